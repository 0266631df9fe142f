import { recentMap } from './recent-map.ts';

/** Requests per second allowed to one address and to one flight; 0 is no limit. */
export interface PaceLimits {
  perAddress: number;
  perFlight: number;
}

/** Answers how many milliseconds a request must wait: 0 lets it through and counts it. */
export type Pace = (address: string, flight: string | undefined) => number;

/** Token buckets for addresses and flights, that hold one second's worth (at least one request). */
export function createPace({ limits, now }: { limits: PaceLimits; now: () => number }): Pace {
  const addresses = buckets(limits.perAddress, now);
  const flights = buckets(limits.perFlight, now);
  return (address, flight) => {
    const wait = Math.max(addresses.wait(address), flight === undefined ? 0 : flights.wait(flight));
    if (wait > 0) return wait;
    addresses.take(address);
    if (flight !== undefined) flights.take(flight);
    return 0;
  };
}

const KEYS = 50_000;
/** Sums of fractions come out a little off; that must not cost a whole millisecond. */
const ROUNDING = 1e-6;

function buckets(perSecond: number, now: () => number) {
  const held = recentMap<string, { tokens: number; at: number }>(KEYS);
  const room = Math.max(1, perSecond);
  const filled = (key: string) => {
    const at = now();
    const bucket = held.get(key) ?? { tokens: room, at };
    bucket.tokens = Math.min(room, bucket.tokens + (Math.max(0, at - bucket.at) * perSecond) / 1_000);
    bucket.at = at;
    return bucket;
  };
  return {
    wait: (key: string) => (perSecond === 0 ? 0 : Math.max(0, Math.ceil(((1 - filled(key).tokens) * 1_000) / perSecond - ROUNDING))),
    take(key: string) {
      if (perSecond === 0) return;
      const bucket = filled(key);
      bucket.tokens -= 1;
      held.set(key, bucket);
    },
  };
}
