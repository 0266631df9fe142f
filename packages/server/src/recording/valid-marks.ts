import type { CheckpointMark } from '../store/checkpoints.ts';
import type { IndexedChunk } from '../store/recording-index.ts';

/**
 * A lane's checkpoints that still hold: nothing came late among the chunks they were made of. A mark of the end counts while it is the end.
 */
export function validMarks<Mark extends CheckpointMark>(marks: readonly Mark[], chunks: readonly Pick<IndexedChunk, 'place'>[]): Mark[] {
  const ordinals = new Map(chunks.map(({ place }, at) => [place, at + 1]));
  return marks.filter((mark) => ordinals.get(mark.place) === mark.chunks && (!mark.isEnd || mark.chunks === chunks.length));
}

/** Whether a lane's chunks have all been read for checkpoints. */
export const isIndexed = (valid: readonly CheckpointMark[], chunks: readonly unknown[]): boolean =>
  chunks.length > 0 && valid.at(-1)?.chunks === chunks.length;
