/** An instant as a reader in a zone says it: the clock for today, day and clock before, and the year when it is another. */
export function formatInstant(at: number, { now, timeZone, locale }: { now: number; timeZone?: string; locale?: string }): string {
  const zone = timeZone === undefined ? {} : { timeZone };
  const day = new Intl.DateTimeFormat('en-CA', zone);
  const clock = new Intl.DateTimeFormat(locale, { ...zone, hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
  if (day.format(at) === day.format(now)) return clock.format(at);
  const sameYear = day.format(at).slice(0, 4) === day.format(now).slice(0, 4);
  const date = new Intl.DateTimeFormat(locale, { ...zone, day: 'numeric', month: 'short', ...(sameYear ? {} : { year: 'numeric' }) });
  return `${date.format(at)}, ${clock.format(at).slice(0, 5)}`;
}

/** The exact instant, for hovering: with weekday, milliseconds and the zone's name, and in UTC. */
export function exactInstant(at: number, { timeZone, locale }: { timeZone?: string; locale?: string } = {}): string {
  const local = new Intl.DateTimeFormat(locale, {
    ...(timeZone === undefined ? {} : { timeZone }),
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    fractionalSecondDigits: 3,
    hourCycle: 'h23',
    timeZoneName: 'short',
  });
  return `${local.format(at)}\n${new Date(at).toISOString()}`;
}
