import type { Page } from '../page/page.ts';
import type { Recorder } from '../recorder/recorder.ts';

/** What a collector is given. */
export interface Surface {
  page: Page;
  recorder: Recorder;
  /** Runs as each session begins for this document: at the start, and again when one has ended in between. */
  onSession(begin: (first: boolean) => void): void;
  /** Runs when the page stops the tracker. */
  onStop(end: () => void): void;
  /** Where events wait until the server has them. */
  storage(): 'indexeddb' | 'memory';
}

/** Watches one kind of thing on the page. */
export interface Collector {
  name: string;
  collect(surface: Surface): void;
}
