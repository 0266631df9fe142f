const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The ranges one click away, and how far back each reaches. */
export const PRESETS = { '1h': HOUR, '24h': DAY, '7d': 7 * DAY, '30d': 30 * DAY, all: Number.POSITIVE_INFINITY } as const;

export type Preset = keyof typeof PRESETS;
/** A preset, or two instants in milliseconds since 1970. */
export type TimeRange = Preset | `${number}..${number}`;

export const DEFAULT_RANGE: TimeRange = '7d';

/** Reads a range as a URL carries it; undefined where it is none. */
export function readRange(text: unknown): TimeRange | undefined {
  if (typeof text !== 'string') return undefined;
  if (Object.hasOwn(PRESETS, text)) return text as Preset;
  const [, from, to] = /^(\d{1,15})\.\.(\d{1,15})$/.exec(text) ?? [];
  if (from === undefined || to === undefined || Number(from) >= Number(to)) return undefined;
  return `${Number(from)}..${Number(to)}`;
}

/**
 * The instants a range stands for now. A preset's start is rounded down to the minute: pages of one list that are asked for
 * some seconds apart then mean the same list.
 */
export function boundsOf(range: TimeRange, now: number): { from?: number; to?: number } {
  const [from, to] = range.split('..');
  if (to !== undefined) return { from: Number(from), to: Number(to) };
  const back = PRESETS[range as Preset];
  return back === Number.POSITIVE_INFINITY ? {} : { from: Math.floor((now - back) / 60_000) * 60_000 };
}

/** Whether sessions that begin now fall into the range. */
export const isOpen = (range: TimeRange): boolean => !range.includes('..');
