import { PRESENCE_TABLE_SEES, sights, VIEWED_SEES, type MeasuredEvent, type Sees } from '@sightline/metrics';
import type { SessionHead } from '../store/export-heads.ts';
import type { ExportContext } from './export-context.ts';
import type { RowSource } from './table-source.ts';

/** Sessions with what several tables are computed from, read once. */
export interface PartData {
  heads: readonly SessionHead[];
  /** The events that metrics look at, by session. */
  events(): Promise<Map<string, MeasuredEvent[]>>;
  /** The events that tell what was seen and done on pages, by session. */
  viewed(): Promise<Map<string, MeasuredEvent[]>>;
}

const TABLES_SEE: Sees = { ...PRESENCE_TABLE_SEES, pageView: ['url', 'title', 'referrer', 'cause'] };

/** A table's rows of each session of a part, computed here. */
export async function* rowsOfPart(
  rows: Exclude<RowSource, { by: 'engine' }>,
  data: PartData,
  { notes, metrics, measuredAreas }: Pick<ExportContext, 'notes' | 'metrics' | 'measuredAreas'>,
) {
  if (rows.by === 'flight') return;
  const areas = rows.by === 'views' ? await measuredAreas() : [];
  if (rows.by === 'views' && areas.length === 0) return;
  const events = rows.by === 'session' ? await data.events() : rows.by === 'views' ? await data.viewed() : undefined;
  for (const head of data.heads) {
    const own = events?.get(head.session) ?? [];
    if (rows.by === 'notes') yield rows.rows(notes.get(head.session) ?? []);
    else yield rows.by === 'views' ? rows.rows(own, head, areas) : rows.rows(own, head, metrics);
  }
}

/** A part's data, read when a table first asks for it. */
export function partData({ store, flight, until, metrics }: ExportContext, heads: readonly SessionHead[]): PartData {
  const sessions = heads.map(({ session }) => session);
  let reading: Promise<Map<string, MeasuredEvent[]>> | undefined;
  return {
    heads,
    events: () =>
      (reading ??= store.metricEventsOfSessions({ flight: flight.id, heads, until, sees: withAll(sights(metrics), TABLES_SEE) })),
    viewed: () => store.eventsOfSessions({ flight: flight.id, sessions, until, sees: VIEWED_SEES }),
  };
}

function withAll(some: Sees, others: Sees): Sees {
  const names = [...new Set([...Object.keys(some), ...Object.keys(others)])];
  return Object.fromEntries(names.map((name) => [name, [...new Set([...(some[name] ?? []), ...(others[name] ?? [])])]]));
}
