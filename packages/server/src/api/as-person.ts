import type { PersonRow } from '@sightline/protocol';
import type { VisitorRow } from '../store/list-visitors.ts';

/** Somebody's visitors as one row. Somebody who was named and never seen stands at the time they were named. */
export function asPerson(
  { id, label, createdAt, visitors }: { id: string; label: string | null; createdAt: number; visitors: readonly string[] },
  seen: readonly VisitorRow[],
): PersonRow {
  const last = seen.reduce<VisitorRow | undefined>((latest, each) => (latest && latest.lastAt >= each.lastAt ? latest : each), undefined);
  return {
    id,
    label,
    visitors: visitors.length,
    sessions: seen.reduce((sum, { sessions }) => sum + sessions, 0),
    pageViews: seen.reduce((sum, { pageViews }) => sum + pageViews, 0),
    firstAt: seen.length > 0 ? Math.min(...seen.map(({ firstAt }) => firstAt)) : createdAt,
    lastAt: last?.lastAt ?? createdAt,
    entryUrl: last?.entryUrl ?? '',
    agent: last?.agent ?? '',
  };
}
