import { text } from '../text/text.ts';
import type { ScaledUnit } from './scaled-unit.ts';

/** Numbers as plots, tables and papers write them. */

/** A number with three significant digits, more where it is large. */
export function plainFigure(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  if (size >= 1_000) return text.number(value);
  if (size >= 100) return text.number(value, 1);
  if (size >= 1 || size === 0) return text.number(value, 2);
  return String(Number(value.toPrecision(3)));
}

/** A share in per cent. */
export const percent = (share: number): string => text.number(100 * share, 1);

/** A value in a unit that suits it; a dash where there is none. */
export const figure = (value: number | null | undefined, unit: ScaledUnit): string =>
  value === null || value === undefined ? '–' : `${plainFigure(value / unit.by)}${unit.sign}`;

/** Without its unit, where that stands above. */
export const bare = (value: number | null | undefined, unit: ScaledUnit): string =>
  value === null || value === undefined ? '–' : plainFigure(value / unit.by);

/** An interval as papers write it. */
export const interval = (ends: readonly [number, number] | null | undefined, unit: ScaledUnit): string =>
  ends ? `[${bare(ends[0], unit)}, ${bare(ends[1], unit)}]` : '–';

/** A p as papers write it: never 0. */
export const pValue = (p: number | null): string => (p === null ? '–' : p < 0.001 ? '< .001' : p.toFixed(3).replace(/^0/, ''));
