import type { RecordedTab } from '@sightline/protocol';
import { createLiveEdge } from './clock/live-edge.ts';
import { paceToEnd } from './clock/pace-to-end.ts';
import type { Playhead } from './clock/playhead.ts';
import type { Plan } from './plan.ts';
import type { Scene } from './scene/scene.ts';

export interface KeepUpDeps {
  playhead: Playhead;
  /** A clock in milliseconds that only rises. */
  now: () => number;
  scene: Pick<Scene, 'setSpeed' | 'follow'>;
  seek: (moment: number) => void;
}

/** Of several chunks that came as one run, the last began at most so long before its end. */
const CHUNK_MS = 1_000;

/** Keeps the playhead where a running session is: as near to now as steady play allows, without waiting through what nothing happened in. */
export function createKeepUp({ playhead, now, scene, seek }: KeepUpDeps) {
  const edge = createLiveEdge({ now });
  const shownAt = (to: number) => Math.min(edge.at() ?? to, to);

  return {
    /** More is known of a session; whether somebody follows it or not, it tells how late things come. */
    heard(before: Plan, plan: Plan, following: boolean) {
      const news = plan.tabs.flatMap((tab) => runsSince(before, tab));
      for (const { at, until } of news) edge.came(Math.max(at, until - CHUNK_MS));
      if (!following || news.length === 0 || !playhead.isHeld('end')) return;
      // All that was known has been shown: up to what came, nothing happened.
      const next = Math.min(...news.map(({ at }) => at), shownAt(plan.to));
      if (next > playhead.at()) playhead.seek(next);
    },
    frame({ to }: Plan) {
      const pace = paceToEnd(shownAt(to) - playhead.at());
      if (pace === 'jump') return seek(shownAt(to));
      if (pace !== playhead.speed()) playhead.setSpeed(pace);
      scene.setSpeed(pace);
      if (playhead.at() >= to || !playhead.isHeld('end')) return;
      playhead.release('end');
      scene.follow();
    },
  };
}

function runsSince(before: Plan, { tab, runs }: RecordedTab): RecordedTab['runs'] {
  const known = before.tabs.find((one) => one.tab === tab)?.runs.at(-1)?.to ?? -1;
  return runs.filter(({ from }) => from > known);
}
