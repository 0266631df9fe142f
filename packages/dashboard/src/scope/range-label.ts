import { text } from '../text/text.ts';
import type { Preset, TimeRange } from './time-range.ts';

/** A range in words: `last 7 days`, or its two days. */
export function rangeLabel(range: TimeRange, { locale, timeZone }: { locale?: string; timeZone?: string } = {}): string {
  const [from, to] = range.split('..');
  if (to === undefined) return text.range.presets[range as Preset];
  const format = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...(timeZone === undefined ? {} : { timeZone }),
  });
  return `${format.format(Number(from))} – ${format.format(Number(to))}`;
}
