import type { Core } from './delivery.ts';

/** Events that tell least each, where a choice has to be made. */
const LOW_VALUE = /^(cursorTracking|pageScroll)$/;

interface Numbered {
  sequence: number;
  eventName: string;
}

/**
 * Leaves the oldest events of little value out of what was never sent, and tells which. Told first,
 * written second: a certificate may name too many after a crash, and never too few.
 */
export function makeRoom({ waiting, store, changed, surface: { page } }: Pick<Core, 'waiting' | 'store' | 'changed' | 'surface'>): boolean {
  for (const { batch, resent, sentAt } of waiting.entries.values()) {
    // What was sent may have arrived.
    if (resent || sentAt !== undefined || !batch.events.includes('cursorTracking')) continue;
    const all: Numbered[] = JSON.parse(`[${batch.events}]`);
    const left = all.filter(({ eventName }) => LOW_VALUE.test(eventName));
    if (left.length === 0) continue;
    batch.events = all
      .filter((event) => !left.includes(event))
      .map((event) => JSON.stringify(event))
      .join();
    changed({ reason: 'the outbox was full', dropped: left.length, missing: runs(left.map(({ sequence }) => sequence)) });
    page.watch(store.keep([batch]));
    return true;
  }
  return false;
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
