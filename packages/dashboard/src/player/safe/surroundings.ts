import type { Resource } from './resource.ts';
import type { VisitorMedia } from './visitor-media.ts';

/** What a recorded page is shown in: what it may load, and for whom it was styled. */
export interface Surroundings {
  resource: Resource;
  media: VisitorMedia;
}
