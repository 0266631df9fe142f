/** How numbers of a unit are drawn: in a unit that suits their size. */
export interface ScaledUnit {
  /** What a value is divided by. */
  by: number;
  /** What stands at the axis. */
  label: string;
  /** What stands behind a figure. */
  sign: string;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** The unit to draw values up to a size in. */
export function scaledUnit(unit: string, largest: number): ScaledUnit {
  if (unit === 'ms') {
    if (largest >= 3 * MINUTE) return { by: MINUTE, label: 'min', sign: ' min' };
    if (largest >= 2 * SECOND) return { by: SECOND, label: 's', sign: ' s' };
    return { by: 1, label: 'ms', sign: ' ms' };
  }
  if (unit === 'share' || unit === 'yes/no') return { by: 0.01, label: '%', sign: ' %' };
  if (unit === 'count') return { by: 1, label: 'count', sign: '' };
  if (unit === 'rank' || unit === 'text') return { by: 1, label: unit === 'rank' ? 'rank' : 'sessions', sign: '' };
  return { by: 1, label: unit, sign: ` ${unit}` };
}
