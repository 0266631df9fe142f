import { usePreferences } from '../preferences/preferences-context.tsx';
import { useNow } from './use-now.ts';

/** An instant in the reader's zone, with the exact one on hover. */
export function Instant({ at }: { at: number }) {
  const now = useNow(60_000);
  const { instants } = usePreferences();
  return (
    <time dateTime={new Date(at).toISOString()} title={instants.exact(at)}>
      {instants.short(at, now)}
    </time>
  );
}
