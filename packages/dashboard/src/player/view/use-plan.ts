import { IDLE_MS, presenceReading, type Lane } from '@sightline/metrics';
import type { RecordingManifest, StoredEvent } from '@sightline/protocol';
import { useMemo } from 'react';
import type { Reading } from '../../data/growing.ts';
import { useGrowing } from '../../data/use-growing.ts';
import { idleStretches } from '../clock/idle-stretches.ts';
import type { Plan } from '../plan.ts';

/** What there is to play, from what was recorded and from who was where when. */
export function usePlan(manifest: RecordingManifest, events: readonly StoredEvent[], from: number, to: number): Plan {
  const presence = useGrowing(events, presenceOf);
  return useMemo(() => {
    const spells = new Map(presence.map((lane) => [lane.tab as string, lane.spells]));
    const lanes = manifest.tabs.map(({ tab, at, until }) => {
      const own = spells.get(tab) ?? [];
      // A page on which nothing moves is still seen, until its tab is gone.
      return { tab, from: at, to: Math.max(until, own.at(-1)?.to ?? until), spells: own };
    });
    const recorded = manifest.tabs.flatMap(({ runs }) => runs.map(({ at, until }) => ({ from: at, to: until })));
    return { from, to, tabs: manifest.tabs, lanes, idle: idleStretches({ from, to, lanes: presence, recorded }), live: manifest.live };
  }, [manifest, presence, from, to]);
}

function presenceOf(): Reading<StoredEvent, readonly Lane[]> {
  const reading = presenceReading({ idleMs: IDLE_MS });
  return { see: reading.see, result: () => [...reading.lanes().lanes] };
}
