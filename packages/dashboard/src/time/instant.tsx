import { usePreferences } from '../preferences/preferences-context.tsx';
import { useNow } from './use-now.ts';
import { exactInstant, formatInstant } from './format-instant.ts';

/** An instant in the reader's zone, with the exact one on hover. */
export function Instant({ at }: { at: number }) {
  const now = useNow(60_000);
  const { timeZone } = usePreferences().preferences;
  const zone = timeZone === undefined ? {} : { timeZone };
  return (
    <time dateTime={new Date(at).toISOString()} title={exactInstant(at, zone)}>
      {formatInstant(at, { now, ...zone })}
    </time>
  );
}
