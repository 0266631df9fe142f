import type { Engine } from '../engine/engine.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import { asset } from './asset.ts';
import { assetHashes } from './asset-hashes.ts';
import { checkpointEvents, checkpointMarks, checkpointViews } from './checkpoints.ts';
import { definitionSets, noteDefinitions } from './definition-sets.ts';
import { derivedEvents } from './derived-events.ts';
import { derivedMark } from './derived-mark.ts';
import { derivedProgress } from './derived-progress.ts';
import { eraseDerived } from './erase-derived.ts';
import { eraseFlight } from './erase-flight.ts';
import { eraseSessions } from './erase-sessions.ts';
import { eventsForMeasuring } from './events-for-measuring.ts';
import { eventLines } from './event-lines.ts';
import { eventsOfSessions } from './events-of-sessions.ts';
import { fieldOfSessions } from './field-of-sessions.ts';
import { flightFacets } from './flight-facets.ts';
import { foldFlights } from './fold-flights.ts';
import { exportExtent } from './export-extent.ts';
import { exportHeads } from './export-heads.ts';
import { exportPiece } from './export-piece.ts';
import { flightTotals } from './flight-totals.ts';
import { funnel } from './funnel.ts';
import { paths } from './paths.ts';
import { retention } from './retention.ts';
import { flightsWithSessions } from './flights-with-sessions.ts';
import { gatherPlaces } from './gather-places.ts';
import { heatElements } from './heat-elements.ts';
import { heatPages } from './heat-pages.ts';
import { heatPoints } from './heat-points.ts';
import { heatViews } from './heat-views.ts';
import { incompleteRecordings } from './incomplete-recordings.ts';
import { incompleteTabs } from './incomplete-tabs.ts';
import { keepOldParts } from './keep-old-parts.ts';
import { listSessions } from './list-sessions.ts';
import { liveNow } from './live-now.ts';
import { listVisitors } from './list-visitors.ts';
import { load, type Segment } from './load.ts';
import { metricEventsOfSessions } from './metric-events-of-sessions.ts';
import { markErased } from './mark-erased.ts';
import { markReadings } from './mark-readings.ts';
import { measureAcross } from './measure-across.ts';
import { migrate } from './migrate.ts';
import { participantSessions } from './participant-sessions.ts';
import { overview } from './overview.ts';
import { newestArrival } from './newest-arrival.ts';
import { pageSessions } from './page-sessions.ts';
import { pageTable } from './page-table.ts';
import type { QuestionDeps } from './question.ts';
import { sessionsInBoth } from './sessions-in-both.ts';
import { sessionsLeft } from './sessions-left.ts';
import { sessionsOfVisitors } from './sessions-of-visitors.ts';
import { sessionsThatIdentified } from './sessions-that-identified.ts';
import { sessionsToDerive } from './sessions-to-derive.ts';
import { storeDerived } from './store-derived.ts';
import { recordedSessions } from './recorded-sessions.ts';
import { readingSums } from './reading-sums.ts';
import { recordedChunks } from './recorded-chunks.ts';
import { recordedLanes } from './recorded-lanes.ts';
import { recordedPageViews } from './recorded-page-views.ts';
import { recordedRange } from './recorded-range.ts';
import { recordingIndex } from './recording-index.ts';
import { refusedChunks } from './refused-chunks.ts';
import { saveCheckpoints } from './save-checkpoints.ts';
import { sessionClientStart } from './session-client-start.ts';
import { sessionCompleteness } from './session-completeness.ts';
import { sessionEventsForMetrics } from './session-events-for-metrics.ts';
import { sessionEvents } from './session-events.ts';
import { sessionCame } from './session-came.ts';
import { sessionFlight } from './session-flight.ts';
import { sessionPulse } from './session-pulse.ts';
import { sessionQuality } from './session-quality.ts';
import { sessionSummary } from './session-summary.ts';
import { sessionsToMeasure } from './sessions-to-measure.ts';
import { storeResults } from './store-results.ts';
import { sweepResults } from './sweep-results.ts';
import { unreadSessions } from './unread-sessions.ts';
import { verifyIntegrity } from './verify-integrity.ts';
import { visitedPages, visits } from './visits.ts';

/** Every question the store answers. */
const QUESTIONS = {
  listSessions,
  listVisitors,
  overview,
  pageTable,
  visits,
  visitedPages,
  sessionSummary,
  sessionCame,
  sessionFlight,
  sessionEvents,
  sessionEventsForMetrics,
  sessionClientStart,
  sessionCompleteness,
  flightTotals,
  recordingIndex,
  recordedChunks,
  recordedSessions,
  recordedRange,
  recordedLanes,
  sessionPulse,
  refusedChunks,
  asset,
  assetHashes,
  checkpointMarks,
  checkpointViews,
  checkpointEvents,
  saveCheckpoints,
  flightFacets,
  exportExtent,
  exportHeads,
  exportPiece,
  metricEventsOfSessions,
  incompleteTabs,
  incompleteRecordings,
  liveNow,
  participantSessions,
  eraseSessions,
  markErased,
  sessionsLeft,
  sessionsOfVisitors,
  sessionsThatIdentified,
  eraseFlight,
  verifyIntegrity,
  derivedEvents,
  derivedMark,
  derivedProgress,
  eraseDerived,
  sessionsInBoth,
  sessionsToDerive,
  storeDerived,
  eventsOfSessions,
  eventLines,
  fieldOfSessions,
  eventsForMeasuring,
  sessionsToMeasure,
  storeResults,
  noteDefinitions,
  definitionSets,
  flightsWithSessions,
  sweepResults,
  markReadings,
  readingSums,
  unreadSessions,
  measureAcross,
  funnel,
  paths,
  retention,
  gatherPlaces,
  heatElements,
  heatPages,
  heatPoints,
  heatViews,
  pageSessions,
  recordedPageViews,
  sessionQuality,
};

type Asked<Question> = Question extends (deps: QuestionDeps, ...given: infer Given) => infer Answer ? (...given: Given) => Answer : never;

export type Store = { [Name in keyof typeof QUESTIONS]: Asked<(typeof QUESTIONS)[Name]> } & {
  /** Brings the schema up to date; the first load or question does it too. */
  open(): Promise<void>;
  /** Stores a sealed segment once, however often it is called with the same token; one at a time, in order. */
  load(segment: Segment): Promise<void>;
  /**
   * Folds the sessions of which nothing was loaded since an instant, so that they are read quickly; only for the process that loads. Until then, and
   * while it runs, questions put them together.
   */
  fold(given: { before: number; signal?: AbortSignal }): Promise<void>;
};

export interface StoreDeps {
  engine: Engine;
  now: () => number;
  log: { info(fields: object, message: string): void };
  /** Told when the store can be asked. */
  opened?: () => void;
}

/** The behaviour store: its schema, the loading of segments, and every question, on whichever engine it is given. */
export function createStore({ engine, now, log, opened }: StoreDeps): Store {
  let opening: Promise<void> | undefined;
  let lastArrival = 0;
  const betweenLoads = oneAtATime();

  const ready: Engine = {
    ...engine,
    async use(work) {
      await open();
      return engine.use(work);
    },
    async acquire() {
      await open();
      return engine.acquire();
    },
  };
  return {
    ...bound({ engine: ready, now }),
    open,
    load: (segment) => betweenLoads(() => loadNext(segment)),
    async fold({ before, signal }) {
      await open();
      const upTo = await betweenLoads(async () => Math.min(lastArrival, before * 1_000));
      await foldFlights({ engine: ready, now, betweenLoads }, { upTo, signal });
    },
  };

  async function loadNext(segment: Segment) {
    await open();
    // Never back and never twice, whatever the clock does: readers go on from the last arrival they saw.
    lastArrival = Math.max(lastArrival + 1, now() * 1_000);
    await engine.use((client) => load(client, segment, { arrival: lastArrival, localFiles: engine.localFiles }));
  }

  function open(): Promise<void> {
    opening ??= prepare().catch((error: unknown) => {
      opening = undefined;
      throw error;
    });
    return opening;
  }

  async function prepare() {
    await engine.use(async (client) => {
      await migrate(client, now);
      if (engine.localFiles) await keepOldParts(client);
    });
    lastArrival = await newestArrival(engine);
    log.info({}, 'the store is open');
    opened?.();
  }
}

const bound = (deps: QuestionDeps) =>
  Object.fromEntries(
    Object.entries(QUESTIONS).map(([name, question]) => [name, (given: never) => question(deps, given)]),
  ) as unknown as Omit<Store, 'open' | 'load' | 'fold'>;
