import type { OutboxChangedDetails } from '@sightline/protocol';
import type { Batch } from '../outbox/batch.ts';
import type { SteadyStore } from '../outbox/steady-store.ts';
import type { Waiting } from '../outbox/waiting.ts';

export interface RoomDeps {
  waiting: Pick<Waiting, 'entries'>;
  store: Pick<SteadyStore, 'keep' | 'forget'>;
  wall: () => number;
  watch: (work: Promise<unknown>) => void;
  /** Tells what had to be left out. */
  changed(details: Omit<OutboxChangedDetails, 'storage'>): void;
  /** Tells of a batch that is no batch of events. */
  lost(batch: Batch, reason: string): void;
}

/** The outbox has a limit: a page that never reaches its server must not fill the visitor's disk. */
export interface Room {
  /** Whether there is room beside so many characters that are not numbered yet; makes some where it can. */
  has(pending: number): boolean;
  /** Events that had to be left out. */
  leftOut(): number;
}

/** What waits at most, in characters of events. */
const FULL_CHARACTERS = 8_000_000;
/** Events that tell least each, where a choice has to be made. */
const LOW_VALUE = /"eventName":"cursorTracking"/;

interface Numbered {
  sequence: number;
  eventName: string;
}

/** Where the limit is reached, the oldest events of little value give way; where there are none, new ones are left out. All of it is told. */
export function createRoom({ waiting, store, wall, watch, changed, lost }: RoomDeps): Room {
  const reason = 'the outbox was full';
  let count = 0;
  let left: { dropped: number; from: number; to: number } | undefined;

  const isFull = (pending: number) =>
    [...waiting.entries.values()].reduce((sum, { batch }) => sum + batch.events.length, pending) > FULL_CHARACTERS;

  /** Only out of what was never sent: the rest may have arrived. Told first, as a certificate may name too many, and never too few. */
  const giveWay = (): boolean => {
    const unsent = [...waiting.entries.values()].filter(({ resent, sentAt }) => !resent && sentAt === undefined);
    // Recordings before events, and the newest first: what was recorded before replays without it.
    let recorded: Batch | undefined;
    for (const { batch } of unsent) if (batch.aside) recorded = batch;
    if (recorded) {
      waiting.entries.delete(recorded.id);
      watch(store.forget([recorded]));
      lost(recorded, reason);
      return true;
    }
    for (const { batch } of unsent) {
      if (!LOW_VALUE.test(batch.events)) continue;
      const all: Numbered[] = JSON.parse(`[${batch.events}]`);
      const going = all.filter(({ eventName }) => eventName === 'cursorTracking');
      batch.events = all
        .filter((event) => !going.includes(event))
        .map((event) => JSON.stringify(event))
        .join();
      count += going.length;
      changed({ reason, dropped: going.length, missing: runs(going.map(({ sequence }) => sequence)) });
      watch(store.keep([batch]));
      return true;
    }
    return false;
  };

  return {
    has(pending) {
      while (isFull(pending)) {
        if (giveWay()) continue;
        count += 1;
        left = { dropped: (left?.dropped ?? 0) + 1, from: left?.from ?? wall(), to: wall() };
        return false;
      }
      if (left) {
        const told = left;
        left = undefined;
        changed({ reason, ...told });
      }
      return true;
    },
    leftOut: () => count,
  };
}

/** Numbers that follow each other, as ranges. */
export function runs(numbers: readonly number[]): { from: number; to: number }[] {
  const ranges: { from: number; to: number }[] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last && last.to === number - 1) last.to = number;
    else ranges.push({ from: number, to: number });
  }
  return ranges;
}
