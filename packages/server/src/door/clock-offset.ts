import type { SendClock } from '@sightline/protocol';

/** Server minus client clock, and how far that may be off. */
export interface Offset {
  offsetMs: number;
  errorMs: number;
}

/** The offset of one tab's clock, better with each batch. */
export interface ClockOffset {
  see(clock: SendClock, receivedAt: number, epoch: number): Offset;
}

const SAMPLES = 8;
/** A first message may have been under way for so long: without a measured round trip only gross differences are corrected. */
const ASSUMED_ROUND_TRIP_MS = 10_000;
/** Both clocks are read in whole milliseconds. */
const READING_ERROR_MS = 1;

/** Estimates the offset from the sample with the least delay among the last eight; a jump of the client's clock starts anew. */
export function clockOffset(): ClockOffset {
  let samples: (Offset & { lag: number })[] = [];
  let current = 0;
  return {
    see(clock, receivedAt, epoch) {
      if (epoch !== current) samples = [];
      current = epoch;
      samples = [...samples.slice(1 - SAMPLES), { lag: receivedAt - clock.sentAt, ...sampled(clock, receivedAt) }];
      const { offsetMs, errorMs } = samples.reduce((best, sample) => (better(sample, best) ? sample : best));
      return { offsetMs, errorMs };
    },
  };
}

const better = (one: Offset & { lag: number }, other: Offset & { lag: number }): boolean =>
  one.errorMs < other.errorMs || (one.errorMs === other.errorMs && one.lag < other.lag);

/** The client's own estimate saw both directions, so it wins over ours unless it contradicts the times of this message. */
function sampled({ sentAt, roundTripMs = ASSUMED_ROUND_TRIP_MS, offsetMs }: SendClock, receivedAt: number): Offset {
  const errorMs = Math.round(roundTripMs / 2) + READING_ERROR_MS;
  const lag = receivedAt - sentAt;
  const claimed = offsetMs !== undefined && lag - offsetMs >= -errorMs ? offsetMs : undefined;
  return { offsetMs: Math.round(claimed ?? lag - roundTripMs / 2), errorMs };
}

/** The client's time on the server's clock; unchanged while the offset is no larger than its uncertainty. */
export const corrected = (wallAt: number, offset: Offset | undefined): number =>
  offset !== undefined && Math.abs(offset.offsetMs) > offset.errorMs ? Math.max(0, Math.round(wallAt + offset.offsetMs)) : wallAt;
