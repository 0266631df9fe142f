/** How far somebody knows a recording: its chunks by their arrival, its checkpoints by when they were made. */
export interface RecordingCursor {
  arrival: number;
  madeAt: number;
}

/** What a cursor's text has to look like. */
export const CURSOR_PATTERN = '^\\d{1,16}-\\d{1,16}$';

export const cursorText = ({ arrival, madeAt }: RecordingCursor): string => `${arrival}-${madeAt}`;

/** The cursor in a text of that pattern. */
export function cursorOf(text: string): RecordingCursor {
  const [arrival = 0, madeAt = 0] = text.split('-').map(Number);
  return { arrival, madeAt };
}

/** The cursor after one, with what was read since. */
export const moved = (
  before: RecordingCursor,
  { chunks, marks }: { chunks: readonly { arrival: number }[]; marks: readonly { madeAt: number }[] },
): RecordingCursor => ({
  arrival: chunks.reduce((last, { arrival }) => Math.max(last, arrival), before.arrival),
  madeAt: marks.reduce((last, { madeAt }) => Math.max(last, madeAt), before.madeAt),
});
