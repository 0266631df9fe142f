/** When the pointer's way counts as thrashing. */
export type ThrashRule = { windowMs: number; reversals: number; segmentPx: number; lengthPx: number };

interface Segment {
  at: number;
  length: number;
  reverses: boolean;
}

/** Watches one pointer's way for stretches of a window's length with enough reversals and length; overlapping ones are one episode. */
export function thrashing({ windowMs, reversals, segmentPx, lengthPx }: ThrashRule) {
  let window: Segment[] = [];
  let first = 0;
  let turns = 0;
  let length = 0;
  let from: { x: number; y: number } | undefined;
  let direction: { x: number; y: number } | undefined;
  let isThrashing = false;
  let count = 0;

  const forget = (before: number) => {
    for (let oldest = window[first]; oldest && oldest.at < before; oldest = window[first]) {
      turns -= oldest.reverses ? 1 : 0;
      length -= oldest.length;
      first += 1;
    }
    if (first > 64 && first * 2 > window.length) {
      window = window.slice(first);
      first = 0;
    }
  };

  return {
    move(at: number, x: number, y: number) {
      forget(at - windowMs);
      if (from) {
        const way = { x: x - from.x, y: y - from.y };
        const px = Math.hypot(way.x, way.y);
        if (px < segmentPx || px === 0) return;
        const reverses = direction !== undefined && way.x * direction.x + way.y * direction.y < 0;
        window.push({ at, length: px, reverses });
        turns += reverses ? 1 : 0;
        length += px;
        direction = way;
      }
      from = { x, y };
      const thrashes = turns >= reversals && length >= lengthPx;
      if (thrashes && !isThrashing) count += 1;
      isThrashing = thrashes;
    },
    /** The way is cut: a click, or a pointer that was away. */
    restart() {
      window = [];
      first = turns = length = 0;
      from = direction = undefined;
      isThrashing = false;
    },
    episodes: () => count,
  };
}
