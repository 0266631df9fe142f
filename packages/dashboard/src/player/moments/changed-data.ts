import type { StoredEvent } from '@sightline/protocol';

type Carrying = Pick<StoredEvent, 'applicationSpecificData'>;

/**
 * The application-specific fields that are not what they were at the event before, with their new values; nothing where none is. What a
 * session begins with is no change.
 */
export function changedData(before: Carrying | undefined, event: Carrying): Record<string, unknown> | undefined {
  if (!before || before.applicationSpecificData === event.applicationSpecificData) return undefined;
  const old = before.applicationSpecificData;
  const now = event.applicationSpecificData;
  const names = new Set([...Object.keys(old), ...Object.keys(now)]);
  const changed = [...names].filter((name) => !isSame(old[name], now[name]));
  return changed.length === 0 ? undefined : Object.fromEntries(changed.map((name) => [name, now[name] ?? null]));
}

const isSame = (a: unknown, b: unknown): boolean =>
  a === b || (typeof a === 'object' && typeof b === 'object' && JSON.stringify(a) === JSON.stringify(b));
