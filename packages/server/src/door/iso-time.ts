const DATE = /^(\d{4})(?:-(\d\d)-(\d\d)|(\d\d)(\d\d)|-?W(\d\d)(?:-?(\d))?)(?:.(.+))?$/su;
const TIME = /^(\d\d)(?::?(\d\d)(?::?(\d\d)(?:[.,](\d+))?)?)?(?:(Z)|([+-])(\d\d)(?::?(\d\d)(?::?(\d\d)(?:\.\d+)?)?)?)?$/u;
const ECMA_LENGTH = '1970-01-01T00:00:00.000Z'.length;
const DAY_MS = 86_400_000;
/** 2200-01-01: the last instant the store surely holds. */
const MOST = 7_258_118_400_000;

/**
 * Milliseconds since 1970 of an ISO 8601 text as Python's `datetime.fromisoformat` reads it, `Z` allowed; without an offset it is UTC.
 * Undefined where it is none, or lies outside 1970–2199.
 */
export function isoTime(text: string): number | undefined {
  return ecmaTime(text) ?? anyTime(text);
}

/** The same of what `toISOString` writes, and nearly everybody sends: three times as fast. */
export function ecmaTime(text: string): number | undefined {
  const ms = text.length === ECMA_LENGTH ? Date.parse(text) : Number.NaN;
  return ms >= 0 && ms < MOST && new Date(ms).toISOString() === text ? ms : undefined;
}

function anyTime(text: string): number | undefined {
  const [, year, ...rest] = DATE.exec(text) ?? [];
  if (year === undefined) return undefined;
  const [month, day, shortMonth, shortDay, week, weekday, time] = rest;
  const date =
    week === undefined ? dateMs(+year, +(month ?? shortMonth ?? 0), +(day ?? shortDay ?? 0)) : weekMs(+year, +week, +(weekday ?? 1));
  const within = time === undefined ? 0 : timeMs(time);
  if (date === undefined || within === undefined) return undefined;
  const ms = date + within;
  return ms >= 0 && ms < MOST ? ms : undefined;
}

function dateMs(year: number, month: number, day: number): number | undefined {
  const ms = Date.UTC(year, month - 1, day);
  const date = new Date(ms);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1_000 ? ms : undefined;
}

/** ISO week 1 holds January 4th, and weeks begin on Monday. */
function weekMs(year: number, week: number, weekday: number): number | undefined {
  if (week < 1 || week > 53 || weekday < 1 || weekday > 7) return undefined;
  const fourth = Date.UTC(year, 0, 4);
  const monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY_MS;
  return monday + ((week - 1) * 7 + weekday - 1) * DAY_MS;
}

function timeMs(text: string): number | undefined {
  const match = TIME.exec(text);
  if (match === null) return undefined;
  const [, hour = '0', minute = '0', second = '0', fraction = '', , sign, offsetHour = '0', offsetMinute = '0', offsetSecond = '0'] = match;
  if (+hour > 23 || +minute > 59 || +second > 59 || +offsetHour > 23 || +offsetMinute > 59 || +offsetSecond > 59) return undefined;
  const ms = seconds(hour, minute, second) * 1_000 + Number(fraction.slice(0, 3).padEnd(3, '0'));
  const offset = seconds(offsetHour, offsetMinute, offsetSecond) * 1_000;
  return sign === '-' ? ms + offset : ms - offset;
}

const seconds = (hour: string, minute: string, second: string): number => +hour * 3_600 + +minute * 60 + +second;
