const DAY = 86_400_000;

/** An instant as `datetime-local` wants it: in a zone, the computer's where none is given, to the minute. */
export const minuteIn = (at: number, timeZone?: string): string => new Date(at + offsetAt(at, timeZone)).toISOString().slice(0, 16);

/**
 * The instant of such a text in a zone, NaN where it is none. Of an hour that comes twice as clocks go back, the first; one that
 * clocks leap over counts on from before the leap, as `new Date` has it.
 */
export function instantOfMinute(minute: string, timeZone?: string): number {
  const wall = Date.parse(`${minute}Z`);
  if (Number.isNaN(wall)) return wall;
  const [before, after] = [wall - offsetAt(wall - DAY, timeZone), wall - offsetAt(wall + DAY, timeZone)];
  return [before, after].toSorted((one, other) => one - other).find((at) => at + offsetAt(at, timeZone) === wall) ?? before;
}

/** How far a zone's clocks are ahead of UTC at an instant. */
function offsetAt(at: number, timeZone?: string): number {
  const format = new Intl.DateTimeFormat('en', {
    ...(timeZone !== undefined && { timeZone }),
    calendar: 'iso8601',
    numberingSystem: 'latn',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    hourCycle: 'h23',
  });
  const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1_000) * 1_000;
}
