/** Decides when the whole page is recorded anew, so that any moment is near a full snapshot. */
export interface Checkouts {
  /** A full snapshot of so many characters was taken. */
  taken(nowMs: number, characters: number): void;
  /** Changes of so many characters were recorded since. */
  grown(characters: number): void;
  isDue(nowMs: number): boolean;
}

const EVERY_MS = 5 * 60_000;
/** Reading changes costs about as much as reading the page itself: several times its size is far enough from a snapshot. */
const TIMES = 4;
const AT_LEAST_CHARACTERS = 1_000_000;

/** A snapshot every few minutes in which something happened, and sooner where a lot did. */
export function createCheckouts(nowMs: number): Checkouts {
  let at = nowMs;
  let size = 0;
  let since = 0;
  return {
    taken(now, characters) {
      at = now;
      size = characters;
      since = 0;
    },
    grown: (characters) => void (since += characters),
    isDue: (now) => since > Math.max(AT_LEAST_CHARACTERS, TIMES * size) || (since > 0 && now - at >= EVERY_MS),
  };
}
