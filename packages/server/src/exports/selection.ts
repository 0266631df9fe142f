import type { SessionFilter } from '@sightline/protocol';

/** The sessions that an export is about. */
export interface Selection {
  filter: SessionFilter;
  /** Only this one. */
  session?: string | undefined;
}
