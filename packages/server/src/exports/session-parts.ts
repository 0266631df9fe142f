import type { Store } from '../store/index.ts';
import type { SessionHead, SessionOrder } from '../store/export-heads.ts';
import type { ExportFormat } from './export-format.ts';
import type { Selection } from './selection.ts';
import type { TableSource } from './table-source.ts';

/** Some of an export's sessions: what is read, written and remembered at a time. */
export interface SessionPart {
  heads: SessionHead[];
  /** Where the next part begins. */
  last: Cursor;
}

export type Cursor = Pick<SessionHead, 'session' | 'startedAt'>;

/** How much a part holds at most. */
interface PartSize {
  /** A session is never cut: one of more is a part of its own. */
  events: number;
  /** Their ids travel in the request for it. */
  sessions: number;
}

/** What is computed is held at once, and asked for by a statement with the ids in it, of which ClickHouse takes a quarter of a MiB. */
const HELD: PartSize = { events: 40_000, sessions: 2_000 };
/**
 * Where rows stand as the store keeps them, the engine writes them as it reads. For each part it reads at least one granule of each of the store's
 * parts, so fewer are cheaper. The ids are in the statement, of which the engine takes a MiB.
 */
const STREAMED: PartSize = { events: 250_000, sessions: 10_000 };

/** How large the parts of an export of these tables are. */
export const partSize = (
  { ofPart }: Pick<ExportFormat, 'ofPart'>,
  { tables, order }: { tables: readonly TableSource[]; order: SessionOrder },
): PartSize => (ofPart === undefined && order === 'id' && tables.every(({ rows }) => rows.by === 'engine') ? STREAMED : HELD);

const PAGE_SESSIONS = 10_000;

/** The sessions of an export in parts, in its order, after a cursor. */
export async function* sessionParts(
  store: Pick<Store, 'exportHeads'>,
  { atMost, ...asked }: { selection: Selection; order: SessionOrder; after?: Cursor | undefined; atMost: PartSize },
): AsyncGenerator<SessionPart, void> {
  let heads: SessionHead[] = [];
  let events = 0;
  for await (const page of pagesOfHeads(store, asked)) {
    for (const head of page) {
      if (heads.length > 0 && (events + head.events > atMost.events || heads.length === atMost.sessions)) {
        yield partOf(heads);
        heads = [];
        events = 0;
      }
      heads.push(head);
      events += head.events;
    }
  }
  if (heads.length > 0) yield partOf(heads);
}

async function* pagesOfHeads(
  store: Pick<Store, 'exportHeads'>,
  { selection, order, after }: { selection: Selection; order: SessionOrder; after?: Cursor | undefined },
): AsyncGenerator<SessionHead[], void> {
  let cursor = after;
  for (;;) {
    const page = await store.exportHeads({ ...selection, order, after: cursor, limit: PAGE_SESSIONS });
    yield page;
    cursor = page.at(-1);
    if (page.length < PAGE_SESSIONS) return;
  }
}

function partOf(heads: SessionHead[]): SessionPart {
  const { session, startedAt } = heads.at(-1) as SessionHead;
  return { heads, last: { session, startedAt } };
}
