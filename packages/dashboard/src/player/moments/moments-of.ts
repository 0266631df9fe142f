import { deadClicks, measure, rageBursts, withParameters } from '@sightline/metrics';
import type { StoredEvent } from '@sightline/protocol';
import type { Reading } from '../../data/growing.ts';
import { targetOf } from '../../session/target-of.ts';
import { text } from '../../text/text.ts';
import { changedData } from './changed-data.ts';
import { PUBLISHED, type MomentRules } from './moment-rules.ts';

/** What a moment is worth looking at for. */
export type MomentKind = 'page' | 'condition' | 'rage' | 'dead' | 'error' | 'network' | 'note';

/** A moment of a session that stands out. */
export interface Moment {
  kind: MomentKind;
  at: number;
  label: string;
  /** The note that is pinned there. */
  note?: string;
}

/** Finds what stands out in a session's events, which come in order of time. */
export function momentsOf({ deadClick, rageBurst }: MomentRules = PUBLISHED): Reading<StoredEvent, readonly Moment[]> {
  const bursts = withParameters(rageBursts, rageBurst);
  const dead = deadClicks.begin(deadClick, new Map());
  const found: Moment[] = [];
  const clicks: StoredEvent[] = [];
  let before: StoredEvent | undefined;
  return {
    see(event) {
      if (event.name === 'click' || event.name === 'pageView') clicks.push(event);
      const kind = BY_NAME[event.name];
      if (kind) found.push({ kind, at: event.at, label: `${text.player.momentKinds[kind]}: ${targetOf(event)}` });
      if (event.name === 'clickOutcome') {
        const counted = dead.value() ?? 0;
        dead.see(event);
        if ((dead.value() ?? 0) > counted)
          found.push({ kind: 'dead', at: event.at, label: `${text.player.momentKinds.dead}: ${targetOf(event)}` });
      }
      const changed = changedData(before, event);
      if (changed) found.push({ kind: 'condition', at: event.at, label: text.player.changed(changed) });
      before = event;
    },
    result() {
      const [runs] = measure(clicks, bursts);
      const rage = runs.map(({ at, target, clicks: count }) => ({
        kind: 'rage' as const,
        at,
        label: text.player.rage(count, target ?? ''),
      }));
      return [...found, ...rage].sort((a, b) => a.at - b.at);
    },
  };
}

const BY_NAME: Readonly<Record<string, MomentKind>> = { pageView: 'page', pageError: 'error', networkFailure: 'network' };
