import { RRWEB_EVENT, RRWEB_SOURCE, type RrwebEvent } from '@sightline/metrics';

/** Something that was recorded, and by how much its page's clock is wrong. */
export interface Recorded {
  event: RrwebEvent;
  offsetMs: number;
}

/** Positions of a pointer are told together, after what happened meanwhile: at most so late. */
const LATE_MS = 2_000;

/**
 * Hands a tab's events on in the order in which they happened: each position of the pointer by itself, at its own time. What is no
 * position keeps its order, whatever its clock says.
 */
export function recordedOrder(hand: (recorded: Recorded) => void): { add(recorded: Recorded): void; end(): void } {
  const waiting: Recorded[] = [];

  const insert = (move: Recorded) => {
    let place = waiting.length;
    while (place > 0 && (waiting[place - 1]?.event.timestamp ?? 0) > move.event.timestamp) place -= 1;
    waiting.splice(place, 0, move);
  };
  const release = (until: (waited: Recorded) => boolean) => {
    const kept = waiting.findIndex((waited) => !until(waited));
    for (const recorded of waiting.splice(0, kept < 0 ? waiting.length : kept)) hand(recorded);
  };

  return {
    add({ event, offsetMs }) {
      const positions = positionsOf(event);
      if (positions) for (const position of positions) insert({ event: position, offsetMs });
      else waiting.push({ event, offsetMs });
      release((waited) => Math.abs(event.timestamp - waited.event.timestamp) > LATE_MS);
    },
    end: () => release(() => true),
  };
}

interface Moves {
  source?: unknown;
  positions?: { timeOffset?: number }[];
}

function positionsOf({ type, data, timestamp }: RrwebEvent): RrwebEvent[] | undefined {
  if (type !== RRWEB_EVENT.increment || typeof data !== 'object' || data === null) return undefined;
  const { source, positions } = data as Moves;
  if (source !== RRWEB_SOURCE.mouseMove && source !== RRWEB_SOURCE.drag) return undefined;
  return (positions ?? []).map((position) => ({
    type,
    timestamp: timestamp + (position.timeOffset ?? 0),
    data: { source, positions: [{ ...position, timeOffset: 0 }] },
  }));
}
