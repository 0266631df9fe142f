import type { TabId } from '@sightline/protocol';
import type { SessionRecord } from '../identity/session-record.ts';
import type { Recorded } from '../recorder/recorder.ts';

/** What a living tab puts down now and then, so that others can finish for it should it die. */
export interface LifeSign {
  tab: TabId;
  /** Kept here too: a killed browser takes with it what `localStorage` was given in the last seconds. */
  session: SessionRecord;
  token: string;
  /** Wall clock, ms since 1970. */
  at: number;
  /** The first sequence that was not used yet. */
  next: number;
  /** What it would have to tell if it died now. */
  events: Recorded[];
  /** What an add-on wants found again. */
  more?: unknown;
}
