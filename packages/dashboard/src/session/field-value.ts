import { text } from '../text/text.ts';
import { formatDuration } from '../time/format-duration.ts';
import { roundedJson } from './rounded-json.ts';
import { shortUrl } from './short-url.ts';

/** A named amount for reading; the name's ending says its unit: `dwellMs`, `travelPx`, `share`. */
export function fieldValue(name: string, value: unknown): { label: string; figure: string } {
  return { label: labelOf(name), figure: figureOf(name, value) };
}

const UNIT = /_?(ms|px)$/i;

/** `lengthMs` → `length`, `x_flips` → `x flips`; a name that is only a unit stays. */
const labelOf = (name: string): string =>
  (name.replace(UNIT, '') || name)
    .replaceAll('_', ' ')
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLocaleLowerCase();

function figureOf(name: string, value: unknown): string {
  if (value === null || value === undefined) return '–';
  if (typeof value === 'boolean') return value ? text.yes : text.no;
  if (typeof value === 'string') return pageOf(value);
  if (typeof value === 'number') return amount(name, value);
  if (Array.isArray(value) && value.every((item) => typeof item === 'number')) return text.measures.values(value.length);
  return Array.isArray(value) && value.every((item) => typeof item === 'string') ? value.join(', ') : roundedJson(value);
}

/** Of an address what tells a site’s pages apart, as on the timeline. */
const pageOf = (value: string): string =>
  URL.canParse(value) && /^https?:/.test(value) ? shortUrl(value).replace(/^[^/]*/, '') || '/' : value;

function amount(name: string, value: number): string {
  if (/(share|depth)$/i.test(name)) return `${text.number(value * 100, 1)} %`;
  if (/percent/i.test(name)) return `${text.number(value, 1)} %`;
  if (/ms$/i.test(name)) return formatDuration(value);
  return /px$/i.test(name) ? `${text.number(value)} px` : text.number(value, 1);
}
