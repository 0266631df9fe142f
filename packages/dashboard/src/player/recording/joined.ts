import type { RecordedTab, RecordingManifest } from '@sightline/protocol';

/** What was known of a recording, with what came since. */
export function joined(known: RecordingManifest, came: RecordingManifest): RecordingManifest {
  const tabs = new Map(known.tabs.map((tab) => [tab.tab as string, tab]));
  for (const tab of came.tabs) tabs.set(tab.tab, joinedTab(tabs.get(tab.tab), tab));
  return { ...came, tabs: [...tabs.values()].sort((a, b) => a.at - b.at) };
}

function joinedTab(known: RecordedTab | undefined, came: RecordedTab): RecordedTab {
  if (!known) return came;
  const first = came.runs[0]?.from ?? Infinity;
  const firstView = came.views[0]?.at ?? Infinity;
  return {
    ...came,
    at: Math.min(known.at, came.at),
    until: Math.max(known.until, came.until),
    runs: joinedRuns(known.runs, came.runs),
    checkpoints: joinedCheckpoints(known, came, first),
    views: [...known.views.filter(({ at }) => at < firstView), ...came.views],
  };
}

/** A run may come again, grown, or as one where many were told; and chunks that were late as runs of their own. */
function joinedRuns(known: RecordedTab['runs'], came: RecordedTab['runs']): RecordedTab['runs'] {
  const isTold = ({ from, to }: { from: number; to: number }, of: RecordedTab['runs']) =>
    of.some((run) => run.from <= from && run.to >= to);
  const kept = known.filter((run) => !isTold(run, came));
  return [...kept, ...came.filter((run) => !isTold(run, kept))].sort((one, other) => one.from - other.from);
}

/** What came late makes the checkpoints behind it stale, unless they come again. */
function joinedCheckpoints(known: RecordedTab, came: RecordedTab, first: number): RecordedTab['checkpoints'] {
  const again = new Set(came.checkpoints.map(({ sequence }) => sequence));
  const kept = known.checkpoints.filter(({ sequence }) => sequence < first && !again.has(sequence));
  return [...kept, ...came.checkpoints].sort((one, other) => one.sequence - other.sequence);
}
