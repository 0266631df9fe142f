import type { Visit } from '@sightline/protocol';
import { usePreferences } from '../../preferences/preferences-context.tsx';
import { text } from '../../text/text.ts';
import { useNow } from '../../time/use-now.ts';
import { instantWords } from '../../time/instant-words.ts';

const MINUTE_MS = 60_000;
const UTC = instantWords({ timeZone: 'UTC' });

/** A page view on the visitor's own clock, in the visitor's own zone where the page said which. */
export function VisitorTime({ visit: { wallAt, offsetMinutes } }: { visit: Visit }) {
  const now = useNow(MINUTE_MS);
  const { instants } = usePreferences();
  if (offsetMinutes === null) {
    return (
      <time dateTime={new Date(wallAt).toISOString()} title={`${instants.exact(wallAt)}\n${text.person.noOffset}`}>
        {instants.short(wallAt, now)}
      </time>
    );
  }
  // The visitor's wall clock is UTC moved by their offset: said in UTC, it reads as they read it.
  const shift = offsetMinutes * MINUTE_MS;
  return (
    <time dateTime={new Date(wallAt).toISOString()} title={instants.exact(wallAt)}>
      {UTC.short(wallAt + shift, now + shift)} <span className="quiet">{text.person.offset(offsetMinutes)}</span>
    </time>
  );
}
