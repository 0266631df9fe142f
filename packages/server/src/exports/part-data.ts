import { PRESENCE_TABLE_SEES, sights, type MeasuredEvent, type Sees } from '@sightline/metrics';
import type { SessionHead } from '../store/export-heads.ts';
import type { ExportContext } from './export-context.ts';
import type { RowSource } from './table-source.ts';

/** Sessions with what several tables are computed from, read once. */
export interface PartData {
  heads: readonly SessionHead[];
  /** The events that metrics look at, by session. */
  events(): Promise<Map<string, MeasuredEvent[]>>;
}

const TABLES_SEE: Sees = { ...PRESENCE_TABLE_SEES, pageView: ['url', 'title', 'referrer', 'cause'] };

/** A part's data, read when a table first asks for it. */
/** A table's rows of each session of a part, computed here. */
export async function* rowsOfPart(
  rows: Exclude<RowSource, { by: 'engine' }>,
  data: PartData,
  { notes, metrics }: Pick<ExportContext, 'notes' | 'metrics'>,
) {
  if (rows.by === 'flight') return;
  const events = rows.by === 'session' ? await data.events() : undefined;
  for (const head of data.heads) {
    yield rows.by === 'notes' ? rows.rows(notes.get(head.session) ?? []) : rows.rows(events?.get(head.session) ?? [], head, metrics);
  }
}

export function partData({ store, flight, until, metrics }: ExportContext, heads: readonly SessionHead[]): PartData {
  let reading: Promise<Map<string, MeasuredEvent[]>> | undefined;
  return {
    heads,
    events: () =>
      (reading ??= store.metricEventsOfSessions({ flight: flight.id, heads, until, sees: withAll(sights(metrics), TABLES_SEE) })),
  };
}

function withAll(some: Sees, others: Sees): Sees {
  const names = [...new Set([...Object.keys(some), ...Object.keys(others)])];
  return Object.fromEntries(names.map((name) => [name, [...new Set([...(some[name] ?? []), ...(others[name] ?? [])])]]));
}
