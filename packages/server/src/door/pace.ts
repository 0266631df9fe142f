import { tokenBuckets } from './token-buckets.ts';

/** Requests per second allowed to one address and to one flight; 0 is no limit. */
export interface PaceLimits {
  perAddress: number;
  perFlight: number;
}

/** Answers how many milliseconds a request must wait: 0 lets it through and counts it. */
export type Pace = (address: string, flight: string | undefined) => number;

/** Token buckets for addresses and flights, that hold one second's worth (at least one request). */
export function createPace({ limits, now }: { limits: PaceLimits; now: () => number }): Pace {
  const addresses = tokenBuckets(ofSecond(limits.perAddress), now);
  const flights = tokenBuckets(ofSecond(limits.perFlight), now);
  return (address, flight) => {
    const wait = Math.max(addresses.wait(address), flight === undefined ? 0 : flights.wait(flight));
    if (wait > 0) return wait;
    addresses.take(address);
    if (flight !== undefined) flights.take(flight);
    return 0;
  };
}

const ofSecond = (perSecond: number) => ({ room: Math.max(1, perSecond), perSecond });
