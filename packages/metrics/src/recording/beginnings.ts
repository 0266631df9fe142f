import type { RecordedTab } from '@sightline/protocol';

/** What to read so that a moment can be shown. */
export interface Beginning {
  /** Sequences of the first and last chunk. */
  from: number;
  to: number;
  /** The checkpoint to be shown before them. */
  checkpoint?: number;
  /** When what stands before the chunks happened, where a checkpoint does. */
  shownUntil?: number;
}

type RecordedSoFar = Pick<RecordedTab, 'runs' | 'checkpoints'>;

/**
 * Where the replay of a moment can begin, the best first: at the nearest checkpoint or full snapshot before it, at those further away, at last where
 * the recording begins. Each reads to the end of the run that the moment is in. None where nothing was recorded.
 */
export function* beginnings({ runs, checkpoints }: RecordedSoFar, at: number): Generator<Beginning, void> {
  const [first] = runs;
  const run = runs.findLast((one) => one.at <= at) ?? first;
  if (!first || !run) return;
  for (const { sequence, at: shownUntil, isCheckpoint } of keyframesBefore({ runs, checkpoints }, at)) {
    if (!isCheckpoint) {
      yield { from: sequence, to: run.to };
      return;
    }
    yield { from: sequence + 1, to: Math.max(run.to, sequence + 1), checkpoint: sequence, shownUntil };
  }
  yield { from: first.from, to: run.to };
}

/** Checkpoints, and runs that begin with a full snapshot, the nearest first. */
function keyframesBefore({ runs, checkpoints }: RecordedSoFar, at: number) {
  const made = checkpoints.map((one) => ({ ...one, isCheckpoint: true }));
  const recorded = runs.filter(({ snapshot }) => snapshot).map((run) => ({ sequence: run.from, at: run.at, isCheckpoint: false }));
  return [...made, ...recorded].filter((one) => one.at <= at).sort((one, other) => other.sequence - one.sequence);
}
