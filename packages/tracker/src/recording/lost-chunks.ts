import type { RecordingChangedDetails } from '@sightline/protocol';
import type { Lost } from './carrier.ts';

/** What an event tells of chunks that will not come. */
export function lostChunks(chunks: readonly Lost[]): Pick<RecordingChangedDetails, 'missing' | 'dropped' | 'from' | 'to'> {
  const missing: { from: number; to: number }[] = [];
  for (const { sequence } of [...chunks].sort((one, other) => one.sequence - other.sequence)) {
    const last = missing.at(-1);
    if (last?.to === sequence - 1) last.to = sequence;
    else missing.push({ from: sequence, to: sequence });
  }
  return {
    missing,
    dropped: chunks.reduce((sum, { count }) => sum + count, 0),
    from: Math.round(Math.min(...chunks.map(({ at }) => at))),
    to: Math.round(Math.max(...chunks.map(({ until }) => until))),
  };
}
