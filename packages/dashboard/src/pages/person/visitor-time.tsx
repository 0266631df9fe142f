import type { Visit } from '@sightline/protocol';
import { text } from '../../text/text.ts';
import { useNow } from '../../time/use-now.ts';
import { exactInstant, formatInstant } from '../../time/format-instant.ts';

const MINUTE_MS = 60_000;

/** A page view on the visitor's own clock, in the visitor's own zone where the page said which. */
export function VisitorTime({ visit: { wallAt, offsetMinutes } }: { visit: Visit }) {
  const now = useNow(MINUTE_MS);
  if (offsetMinutes === null) {
    return (
      <time dateTime={new Date(wallAt).toISOString()} title={`${exactInstant(wallAt)}\n${text.person.noOffset}`}>
        {formatInstant(wallAt, { now })}
      </time>
    );
  }
  // The visitor's wall clock is UTC moved by their offset: said in UTC, it reads as they read it.
  const shift = offsetMinutes * MINUTE_MS;
  return (
    <time dateTime={new Date(wallAt).toISOString()} title={exactInstant(wallAt)}>
      {formatInstant(wallAt + shift, { now: now + shift, timeZone: 'UTC' })}{' '}
      <span className="quiet">{text.person.offset(offsetMinutes)}</span>
    </time>
  );
}
