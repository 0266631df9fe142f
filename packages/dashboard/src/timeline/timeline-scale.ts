const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

const MILLISECONDS = [1, 2, 5, 10, 20, 50, 100, 200, 500];
/** Distances between ticks that people count in. */
const STEPS = [
  ...MILLISECONDS,
  ...[1, 2, 5, 10, 15, 30].map((seconds) => seconds * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * MINUTE),
  ...[1, 2, 3, 6, 12, 24, 48, 168].map((hours) => hours * HOUR),
];

/** Maps a stretch of time to a width in pixels and back, and says where the ticks go. */
export function timelineScale({ from, to, width }: { from: number; to: number; width: number }) {
  const ms = Math.max(to - from, 1);
  const pixels = Math.max(width, 1);
  return {
    from,
    to: from + ms,
    width: pixels,
    xOf: (at: number) => ((at - from) / ms) * pixels,
    atOf: (x: number) => from + (Math.min(Math.max(x, 0), pixels) / pixels) * ms,
    /** Instants of round distance from the start, at least `apart` pixels from each other. */
    ticks(apart: number): number[] {
      const step = STEPS.find((each) => (each / ms) * pixels >= apart) ?? Math.ceil((apart * ms) / pixels / (24 * HOUR)) * 24 * HOUR;
      return Array.from({ length: Math.floor(ms / step) + 1 }, (_, index) => from + index * step);
    },
  };
}

export type TimelineScale = ReturnType<typeof timelineScale>;
