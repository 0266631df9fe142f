import { beginnings } from '@sightline/metrics';
import type { RecordedTab, RecordingManifest, RecordingOpening } from '@sightline/protocol';
import type { Store } from '../store/index.ts';
import { lanePart } from './lane-part.ts';

/** The moment that is looked at first. */
export interface FirstMoment {
  /** ms from the session's start; the recording's own beginning where left out. */
  after: number | undefined;
  /** The tab that is to be seen; else the first one that was recorded then. */
  tab: string | undefined;
}

/** A manifest as JSON text, with what shows the moment that is looked at first: it need not be asked for once the manifest is there. */
export async function openedManifest(
  store: Pick<Store, 'recordedRange' | 'checkpointEvents'>,
  manifest: RecordingManifest,
  { after, tab: chosen }: FirstMoment,
): Promise<string> {
  const { session, flight, startedAt, tabs } = manifest;
  const text = JSON.stringify(manifest);
  const recordedFrom = Math.min(...tabs.map(({ at }) => at));
  const moment = after === undefined ? recordedFrom : Math.floor(Math.min(startedAt, recordedFrom)) + after;
  const seen = tabs.find(({ tab }) => tab === chosen) ?? recordedAt(tabs, moment);
  const [beginning] = seen ? beginnings(seen, moment) : [];
  if (!seen || !beginning) return text;
  const { from, to, checkpoint } = beginning;
  const asked: Omit<RecordingOpening, 'part'> = { tab: seen.tab, from, to, ...(checkpoint !== undefined && { checkpoint }) };
  const part = await lanePart(store, { session, flight, lane: seen.tab, from, to, ...(checkpoint !== undefined && { checkpoint }) });
  return `${text.slice(0, -1)},"opening":${JSON.stringify(asked).slice(0, -1)},"part":${part}}}`;
}

/** The first tab recorded at a moment, else the one recorded nearest to it. */
function recordedAt(tabs: readonly RecordedTab[], moment: number): RecordedTab | undefined {
  const awayFrom = ({ at, until }: RecordedTab) => Math.max(at - moment, moment - until, 0);
  return tabs.toSorted((one, other) => awayFrom(one) - awayFrom(other))[0];
}
