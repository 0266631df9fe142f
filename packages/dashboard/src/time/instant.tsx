import { useNow } from './use-now.ts';
import { exactInstant, formatInstant } from './format-instant.ts';

/** An instant in the reader's zone, with the exact one on hover. */
export function Instant({ at }: { at: number }) {
  const now = useNow(60_000);
  return (
    <time dateTime={new Date(at).toISOString()} title={exactInstant(at)}>
      {formatInstant(at, { now })}
    </time>
  );
}
