import type { OutboxChangedDetails } from '@sightline/protocol';
import type { Surface } from '../collectors/collector.ts';
import type { Addresses } from '../outbox/addresses.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { SteadyStore } from '../outbox/steady-store.ts';
import type { Tail } from '../outbox/tail.ts';
import type { Waiting } from '../outbox/waiting.ts';

/** What the tracker's core gives to whoever talks to the server. */
export interface Core {
  surface: Surface;
  token: string;
  addresses: Addresses;
  handshake(): string;
  waiting: Waiting;
  outbox: Outbox;
  store: SteadyStore;
  tail: Tail;
  /** Tells what happened to the outbox. */
  changed(details: Omit<OutboxChangedDetails, 'storage'>): void;
  /** The server refused this page for good. */
  refused: ((reason: string) => void) | undefined;
}
