import { number } from './number.ts';

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'];

/** Bytes as people say them. */
export function bytes(value: number): string {
  const power = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(1, value)) / 3));
  const amount = value / 1_000 ** power;
  return `${number(amount, power > 0 && amount < 100 ? 1 : 0)} ${UNITS[power] ?? ''}`;
}
