import {
  figuresOf,
  isGeneral,
  measure,
  PAGE_READING,
  pageReadings,
  pertinence,
  READING_SEES,
  sights,
  type MeasuredEvent,
  type Metric,
} from '@sightline/metrics';
import type { MeasureSetting } from '@sightline/protocol';
import type { Store } from '../../store/index.ts';
import type { SessionToMeasure } from '../../store/sessions-to-measure.ts';
import type { ReadingRow } from '../../store/store-readings.ts';
import type { ResultRow } from '../../store/store-results.ts';
import { definitionsOf, type Definition } from './definitions.ts';
import { resultsKeeper } from './results-keeper.ts';

/** What is to be measured. */
export interface MeasuringOrder {
  flight: string;
  settings: readonly Pick<MeasureSetting, 'metric' | 'preset' | 'parameters'>[];
  /** Only sessions of which nothing came since. */
  quietSince: number;
  /** Only sessions of which something came since; all where left out. */
  changedSince?: number;
}

export interface MeasuringDeps {
  store: Pick<
    Store,
    'sessionsToMeasure' | 'eventsForMeasuring' | 'storeResults' | 'noteDefinitions' | 'definitionSets' | 'sweepResults' | 'markReadings'
  >;
  /** Hears how many of how many sessions are done. */
  progress: (done: number, total: number) => void;
  signal: AbortSignal;
}

/** One piece of work: what is held in memory at a time. A longer session is a piece of its own. */
const PIECE = { events: 25_000, sessions: 500 };

/** Measures a flight's sessions whose results are missing, older than their events, or of other definitions; answers how many. */
export async function measureSessions({ store, progress, signal }: MeasuringDeps, order: MeasuringOrder): Promise<number> {
  const { flight, settings, quietSince, changedSince } = order;
  const { hash, ids, definitions } = definitionsOf(settings);
  const due = await store.sessionsToMeasure({ flight, definitions: hash, quietSince, ...(changedSince !== undefined && { changedSince }) });
  if (changedSince === undefined) await store.sweepResults({ flight });
  if (due.length === 0) {
    await store.markReadings({ flight });
    return 0;
  }
  const known = await store.definitionSets();
  if (!known.has(hash)) await store.noteDefinitions({ hash, members: ids });
  let done = 0;
  progress(done, due.length);
  const keeper = resultsKeeper(store, { flight, definitions: hash });
  for (const [has, sessions] of bySet(due)) {
    const missing = definitions.filter(({ id }) => !known.get(has)?.has(id));
    const isRead = known.get(has)?.has(PAGE_READING) === true;
    const measured = measurer(definitions, { missing, isRead });
    for (const piece of pieces(sessions)) {
      if (signal.aborted) break;
      const events = measured.needsEvents
        ? await store.eventsForMeasuring({ flight, sessions: piece.map(({ session }) => session), sees: measured.sees })
        : new Map();
      const results = piece.flatMap((session) => measured.results(session, events.get(session.session) ?? []));
      // Erased in between: nothing may be kept of it.
      const present = measured.needsEvents ? piece.filter(({ session }) => events.has(session)) : piece;
      const readings = isRead ? [] : present.flatMap(({ session }) => readingsOf(session, events.get(session) ?? []));
      await keeper.add({ results, readings, sessions: present.map(({ session, seen: eventsSeen }) => ({ session, eventsSeen })) });
      done += piece.length;
      progress(done, due.length);
    }
  }
  await keeper.flush();
  // Of a long run: sessions that were erased between being read and being kept.
  if (changedSince === undefined) await store.sweepResults({ flight });
  await store.markReadings({ flight });
  return done;
}

const readingsOf = (session: string, events: readonly MeasuredEvent[]): ReadingRow[] =>
  pageReadings(events).map((reading) => ({ session, ...reading }));

function bySet(due: readonly SessionToMeasure[]): Map<string, SessionToMeasure[]> {
  const sets = new Map<string, SessionToMeasure[]>();
  for (const session of due) {
    const set = sets.get(session.has);
    if (set) set.push(session);
    else sets.set(session.has, [session]);
  }
  return sets;
}

function* pieces(sessions: readonly SessionToMeasure[]): Generator<SessionToMeasure[]> {
  let piece: SessionToMeasure[] = [];
  let events = 0;
  for (const session of sessions) {
    if (piece.length > 0 && (events + session.events > PIECE.events || piece.length >= PIECE.sessions)) {
      yield piece;
      [piece, events] = [[], 0];
    }
    piece.push(session);
    events += session.events;
  }
  if (piece.length > 0) yield piece;
}

/** Computes what is missing; of groups that only some sessions have, the rest too, because that tells whether a session has them. */
function measurer(definitions: readonly Definition[], { missing, isRead }: { missing: readonly Definition[]; isRead: boolean }) {
  const groups = new Set(missing.filter(({ metric }) => !isGeneral(metric)).map(({ metric }) => metric.group));
  const computed = definitions.filter((definition) => missing.includes(definition) || groups.has(definition.metric.group));
  const metrics: Metric[] = computed.map(({ metric }) => metric);
  const isPertinent = pertinence(metrics);
  return {
    needsEvents: missing.length > 0 || !isRead,
    sees: sights([...metrics, ...(isRead ? [] : [{ sees: READING_SEES, parameters: {} }])]),
    results({ session, seen: eventsSeen }: SessionToMeasure, events: MeasuredEvent[]): ResultRow[] {
      if (events.length === 0) return [];
      const values = measure(events, ...metrics);
      const shown = new Set(isPertinent(values));
      return computed.flatMap((definition, index) => {
        if (!missing.includes(definition) || !shown.has(definition.metric)) return [];
        const { name: metric, version } = definition.metric;
        return figuresOf(definition.metric, values[index]).map((figure) => ({
          metric,
          version,
          parameters: definition.parameters,
          session,
          eventsSeen,
          ...figure,
        }));
      });
    },
  };
}
