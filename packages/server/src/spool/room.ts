import { SpoolFull } from './spool-refusals.ts';

/** What the watch over disk space needs. */
export interface RoomDeps {
  /** Most the spool may hold. */
  limitBytes: number;
  /** What must stay free on the disk. */
  minFreeBytes: number;
  freeBytes(): Promise<number>;
  now(): number;
}

type Reason = 'limit' | 'disk' | 'refused';

/** The spool takes again when it has fallen this far under its limit, so that it does not flutter at the edge. */
const RESUME_SHARE = 0.9;
const MEASURE_EVERY_MS = 1_000;
/** How long the disk is left alone after it refused a write for lack of space. */
const RETRY_AFTER_MS = 250;

/** Says whether there is room for one more batch, with hysteresis. */
export function createRoom({ limitBytes, minFreeBytes, freeBytes, now }: RoomDeps) {
  const reasons = new Map<Reason, string>();
  let measuredAt = Number.NEGATIVE_INFINITY;
  let measuring: Promise<void> | undefined;
  let refusedAt = Number.NEGATIVE_INFINITY;

  async function measure(): Promise<void> {
    const free = await freeBytes().finally(() => (measuring = undefined));
    measuredAt = now();
    const enough = reasons.has('disk') ? minFreeBytes / RESUME_SHARE : minFreeBytes;
    if (free < enough) reasons.set('disk', `${free} bytes are free on the disk, ${Math.ceil(enough)} must be`);
    else reasons.delete('disk');
  }

  /** A clock that was set back must not keep the spool shut. */
  function isWithin(ms: number, at: number): boolean {
    const age = now() - at;
    return age >= 0 && age < ms;
  }

  return {
    /** A promise where the disk has to be looked at first. */
    ready(): Promise<void> | undefined {
      if (isWithin(MEASURE_EVERY_MS, measuredAt)) return undefined;
      return (measuring ??= measure());
    },
    /** Why `bytes` more than the `held` ones cannot be taken now. */
    refusal(held: number, bytes: number): SpoolFull | undefined {
      const limit = reasons.has('limit') ? limitBytes * RESUME_SHARE : limitBytes;
      if (held + bytes > limit) reasons.set('limit', `${held} bytes wait for the store, ${limitBytes} may`);
      else reasons.delete('limit');
      if (!isWithin(RETRY_AFTER_MS, refusedAt)) reasons.delete('refused');
      if (reasons.size === 0) return undefined;
      return new SpoolFull(`spool: full: ${[...reasons.values()].join('; ')}`);
    },
    /** The disk refused a write for lack of space. */
    wasRefused(): void {
      refusedAt = now();
      reasons.set('refused', 'the disk refused the last write');
    },
    /** Why nothing is taken at the moment, for the health page. */
    reasons: () => [...reasons.values()],
  };
}
