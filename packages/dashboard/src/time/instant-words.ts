/** How instants are told in one zone. Intl's formats take long to make and none to use: who tells many instants keeps this. */
export interface InstantWords {
  /** As a reader says it: the clock for today, day and clock before, and the year when it is another. */
  short(at: number, now: number): string;
  /** For hovering: with weekday, milliseconds and the zone's name, and in UTC. */
  exact(at: number): string;
}

/** The words for a zone; without one, for the computer's. */
export function instantWords({ timeZone, locale }: { timeZone?: string; locale?: string } = {}): InstantWords {
  const zone = timeZone === undefined ? {} : { timeZone };
  const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { ...zone, ...options });
  const day = new Intl.DateTimeFormat('en-CA', zone);
  const clock = format({ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
  const date = format({ day: 'numeric', month: 'short' });
  const dateAndYear = format({ day: 'numeric', month: 'short', year: 'numeric' });
  const exact = format({
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
  return {
    short(at, now) {
      const [then, today] = [day.format(at), day.format(now)];
      if (then === today) return clock.format(at);
      const sameYear = then.slice(0, 4) === today.slice(0, 4);
      return `${(sameYear ? date : dateAndYear).format(at)}, ${clock.format(at).slice(0, 5)}`;
    },
    exact: (at) => `${exact.format(at)}\n${new Date(at).toISOString()}`,
  };
}
