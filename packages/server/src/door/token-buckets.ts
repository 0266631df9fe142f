import { recentMap } from './recent-map.ts';

/** What somebody may use at once, and how fast it comes back; 0 per second is no limit. */
export interface BucketSize {
  room: number;
  perSecond: number;
}

/** Buckets by key, each of which fills by and by and is emptied by use. */
export interface TokenBuckets {
  /** How many milliseconds until there is something to take. */
  wait(key: string): number;
  take(key: string): void;
}

const KEYS = 50_000;
/** Sums of fractions come out a little off; that must not cost a whole millisecond. */
const ROUNDING = 1e-6;

/** Buckets of one size; those used least recently are forgotten, which fills them. */
export function tokenBuckets({ room, perSecond }: BucketSize, now: () => number): TokenBuckets {
  const held = recentMap<string, { tokens: number; at: number }>(KEYS);
  const filled = (key: string) => {
    const at = now();
    const bucket = held.get(key) ?? { tokens: room, at };
    bucket.tokens = Math.min(room, bucket.tokens + (Math.max(0, at - bucket.at) * perSecond) / 1_000);
    bucket.at = at;
    return bucket;
  };
  return {
    wait: (key) => (perSecond === 0 ? 0 : Math.max(0, Math.ceil(((1 - filled(key).tokens) * 1_000) / perSecond - ROUNDING))),
    take(key) {
      if (perSecond === 0) return;
      const bucket = filled(key);
      bucket.tokens -= 1;
      held.set(key, bucket);
    },
  };
}
