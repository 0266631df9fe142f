import { flightsToFold, foldSessions, markFolded, type PieceToFold } from './fold-sessions.ts';
import type { QuestionDeps } from './question.ts';

/** What folding needs beside the store. */
export interface FoldDeps extends QuestionDeps {
  /** Runs work while nothing is being loaded. */
  betweenLoads<Result>(work: () => Promise<Result>): Promise<Result>;
}

/** Folds the sessions of all flights of which nothing came after an arrival, piece by piece between loads, until told to stop. */
export async function foldFlights(
  { betweenLoads, ...deps }: FoldDeps,
  { upTo, signal }: Pick<PieceToFold, 'upTo'> & { signal: AbortSignal | undefined },
): Promise<void> {
  for (const flight of await flightsToFold(deps, { upTo })) {
    const piece = (after?: string) => betweenLoads(() => foldSessions(deps, { flight, upTo, after }));
    for (let last = await piece(); last !== undefined;) {
      if (signal?.aborted) return;
      last = await piece(last);
    }
    await betweenLoads(() => markFolded(deps, { flight, upTo }));
  }
}
