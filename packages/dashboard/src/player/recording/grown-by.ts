import type { LiveChunk, RecordedTab, RecordingManifest, TabId } from '@sightline/protocol';

/**
 * A manifest with chunks that follow on what it knows of a tab; the same one where it knows them all. Nothing where they leave a hole: what lies
 * between may be on its way, and only the store knows what is missing.
 */
export function grownBy(known: RecordingManifest, tab: TabId, chunks: readonly LiveChunk[]): RecordingManifest | undefined {
  const before = known.tabs.find((one) => one.tab === tab);
  const last = before?.runs.reduce((most, { to }) => Math.max(most, to), -1) ?? -1;
  const news = chunks.filter(({ sequence }) => sequence > last);
  const [first] = news;
  if (!first) return known;
  if (news.some(({ sequence }, place) => sequence !== last + 1 + place)) return undefined;
  const grown: RecordedTab = {
    ...(before ?? { tab, at: first.at, until: first.until, checkpoints: [], missing: [], refused: 0, views: [] }),
    until: Math.max(before?.until ?? first.until, ...news.map(({ until }) => until)),
    runs: [...(before?.runs ?? []), ...news.map(runOf)],
    indexed: false,
  };
  const tabs = [...known.tabs.filter((one) => one.tab !== tab), grown].sort((one, other) => one.at - other.at);
  return { ...known, tabs, live: true };
}

const runOf = ({ sequence, at, until, offsetMs, count, bytes, snapshot }: LiveChunk) => ({
  from: sequence,
  to: sequence,
  at,
  until,
  offsetMs,
  chunks: 1,
  count,
  bytes,
  snapshot,
});
