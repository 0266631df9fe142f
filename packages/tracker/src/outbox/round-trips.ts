import type { SendClock } from '@sightline/protocol';

/** One message and its answer, on both clocks. */
export interface RoundTrip {
  sentAt: number;
  answeredAt: number;
  receivedAt?: number;
  serverTime?: number;
}

const REMEMBERED = 8;

/** What the page knows about its clock against the server's: the quickest of the last round trips is the surest. */
export function createRoundTrips() {
  let last: { roundTripMs: number; offsetMs?: number }[] = [];
  return {
    see({ sentAt, answeredAt, receivedAt, serverTime }: RoundTrip): void {
      const measured =
        receivedAt !== undefined && serverTime !== undefined
          ? { roundTripMs: answeredAt - sentAt - (serverTime - receivedAt), offsetMs: (receivedAt - sentAt + serverTime - answeredAt) / 2 }
          : { roundTripMs: answeredAt - sentAt };
      // A negative time means that a clock was set in between.
      if (measured.roundTripMs >= 0) last = [...last.slice(1 - REMEMBERED), measured];
    },
    clock: (sentAt: number): SendClock =>
      last.reduce<SendClock & { roundTripMs?: number }>(
        (best, trip) => (trip.roundTripMs < (best.roundTripMs ?? Infinity) ? { sentAt, ...trip } : best),
        { sentAt },
      ),
  };
}
export type RoundTrips = ReturnType<typeof createRoundTrips>;
