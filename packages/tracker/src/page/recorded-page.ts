const MARK = Symbol.for('sightline-recording');

/** Says that this window is recorded, so that frames inside it, which are part of that recording, do not record themselves again. */
export function recordedMark(window: Window): () => void {
  const place = window as unknown as Record<symbol, boolean | undefined>;
  place[MARK] = true;
  return () => void delete place[MARK];
}

/** Whether a page around this one records it already. */
export function isRecorded({ parent, self }: Window): boolean {
  try {
    return parent !== self && (MARK in parent || isRecorded(parent));
  } catch {
    // A page of another origin keeps to itself; rrweb finds out on its own.
    return false;
  }
}
