import type { Page } from '../page/page.ts';
import type { Session } from '../identity/session.ts';
import type { Options } from '../options.ts';
import type { Carriage } from '../outbox/carriage.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { SteadyStore } from '../outbox/steady-store.ts';
import type { Presence } from '../presence/presence-api.ts';
import type { Consent } from '../privacy/consent.ts';
import type { Recorder } from '../recorder/recorder.ts';

/** What a collector is given. */
export interface Surface {
  page: Page;
  recorder: Recorder;
  session: Session;
  outbox: Pick<Outbox, 'alive' | 'before' | 'secure' | 'signs'>;
  store: Pick<SteadyStore, 'mark'>;
  options: Omit<Options, 'endpoint'>;
  /** What the visitor agreed to; absent where nothing has to be asked. */
  consent: Pick<Consent, 'has'> | undefined;
  /** When the tracker began, on the monotonic clock; an add-on comes later. */
  startedAt: number;
  /** Runs as each session begins for this document: at the start, and again when one has ended in between. */
  onSession(begin: (first: boolean) => void): void;
  /** Runs as the document is left, before what was recorded is handed over; `at` is when. */
  onLeave(leave: (at?: number) => void): void;
  /** Runs after the page became another place: another page view, or other fields of the study. */
  onMove(moved: () => void): void;
  /** Gives the page what it can ask of presence. */
  offer: ((presence: Presence) => void) | undefined;
  /** Runs when the page stops the tracker. */
  onStop(end: () => void): void;
  /** What else can be sent; put here by delivery, as it comes. */
  carriage?: Carriage;
  /** Where events wait until the server has them. */
  storage(): 'indexeddb' | 'memory';
}

/** Watches one kind of thing on the page. */
export interface Collector {
  collect(surface: Surface): void;
}
