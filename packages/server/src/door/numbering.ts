import { randomUUID } from 'node:crypto';
import type { TabId } from '@sightline/protocol';

/** A run of sequences, reserved. */
export interface Numbers {
  tab: TabId;
  first: number;
}

/** Reserves so many sequences, each given out once. */
export type Numbering = (count: number) => Numbers;

const MOST = 4_294_967_295;

/** Numbers the events of dialects that do not: one tab name for the life of this server, so that (session, tab, sequence) stays unique. */
export function createNumbering(): Numbering {
  let tab = randomUUID() as string as TabId;
  let next = 0;
  return (count) => {
    if (next + count > MOST) {
      tab = randomUUID() as string as TabId;
      next = 0;
    }
    const first = next;
    next += count;
    return { tab, first };
  };
}
