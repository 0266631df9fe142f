import type { Store } from '../store/index.ts';
import type { SessionHead, SessionOrder } from '../store/export-heads.ts';
import type { Selection } from './selection.ts';
import type { TableSource } from './table-source.ts';

/** Some of an export's sessions: what is read, written and remembered at a time. */
export interface SessionPart {
  heads: SessionHead[];
  /** Where the next part begins. */
  last: Cursor;
}

export type Cursor = Pick<SessionHead, 'session' | 'startedAt'>;

/**
 * Events of a part. What is computed holds them all at once; the engine holds less of each, and reads at least one granule of each of
 * its parts for every one of ours, however few of its rows are wanted. A session is never cut: one of more is a part of its own.
 */
const COMPUTED_EVENTS = 40_000;
const ENGINE_EVENTS = 60_000;

/** How many events make a part of an export of these tables. */
export const partEvents = (tables: readonly TableSource[]): number =>
  tables.length > 0 && tables.every(({ rows }) => rows.by === 'engine') ? ENGINE_EVENTS : COMPUTED_EVENTS;

/** Their ids travel in the address of a request. */
const PART_SESSIONS = 2_000;
const PAGE_SESSIONS = 10_000;

/** The sessions of an export in parts, in its order, after a cursor. */
export async function* sessionParts(
  store: Pick<Store, 'exportHeads'>,
  { atMost, ...asked }: { selection: Selection; order: SessionOrder; after?: Cursor | undefined; atMost: number },
): AsyncGenerator<SessionPart, void> {
  let heads: SessionHead[] = [];
  let events = 0;
  for await (const head of allHeads(store, asked)) {
    if (heads.length > 0 && (events + head.events > atMost || heads.length === PART_SESSIONS)) {
      yield partOf(heads);
      heads = [];
      events = 0;
    }
    heads.push(head);
    events += head.events;
  }
  if (heads.length > 0) yield partOf(heads);
}

async function* allHeads(
  store: Pick<Store, 'exportHeads'>,
  { selection, order, after }: { selection: Selection; order: SessionOrder; after?: Cursor | undefined },
): AsyncGenerator<SessionHead, void> {
  let cursor = after;
  for (;;) {
    const page = await store.exportHeads({ ...selection, order, after: cursor, limit: PAGE_SESSIONS });
    yield* page;
    cursor = page.at(-1);
    if (page.length < PAGE_SESSIONS) return;
  }
}

function partOf(heads: SessionHead[]): SessionPart {
  const { session, startedAt } = heads.at(-1) as SessionHead;
  return { heads, last: { session, startedAt } };
}
