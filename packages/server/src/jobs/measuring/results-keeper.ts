import type { MeasuredRows } from '../../store/store-results.ts';
import type { Store } from '../../store/index.ts';

/** Results on their way into the store. */
export interface ResultsKeeper {
  add(measured: Pick<MeasuredRows, 'results' | 'readings' | 'sessions'>): Promise<void>;
  /** Stores what is left. */
  flush(): Promise<void>;
}

/** So much is held: rows of some ten megabytes. */
const HELD = { results: 100_000, sessions: 20_000 };

/**
 * Stores the results of many sessions at once. Every insert waits for the disk several times, and whoever acknowledges events at that
 * moment waits with it.
 */
export function resultsKeeper(
  { storeResults }: Pick<Store, 'storeResults'>,
  { flight, definitions }: Pick<MeasuredRows, 'flight' | 'definitions'>,
): ResultsKeeper {
  let results: MeasuredRows['results'][number][] = [];
  let readings: MeasuredRows['readings'][number][] = [];
  let sessions: MeasuredRows['sessions'][number][] = [];

  const flush = async () => {
    if (sessions.length === 0) return;
    const rows = { flight, definitions, results, readings, sessions };
    [results, readings, sessions] = [[], [], []];
    await storeResults(rows);
  };

  return {
    flush,
    async add(measured) {
      for (const row of measured.results) results.push(row);
      for (const reading of measured.readings) readings.push(reading);
      for (const session of measured.sessions) sessions.push(session);
      if (results.length >= HELD.results || sessions.length >= HELD.sessions) await flush();
    },
  };
}
