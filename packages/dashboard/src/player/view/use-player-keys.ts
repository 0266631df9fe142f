import type { StoredEvent } from '@sightline/protocol';
import { useEffect } from 'react';
import { keepsKeys, keyAction } from '../controls/player-keys.ts';
import type { Player } from '../player.ts';
import { SPEEDS } from '../player-state.ts';
import { lastUntil } from './use-current-event.ts';

/** Lets keys steer the player, wherever on the page nothing else wants them. */
export function usePlayerKeys({ player, events, from, to, onNote }: PlayerKeys): void {
  useEffect(() => {
    if (!player) return undefined;
    const step = (direction: 1 | -1) => {
      // From between two events, forward is the next one; back is the one that happened, unless the playhead is right at it.
      const here = lastUntil(events, player.at());
      const isAt = events[here]?.at === Math.floor(player.at());
      const target = events[direction === 1 || !isAt ? here + Math.max(direction, 0) : here - 1];
      if (target) player.seek(target.at);
    };
    const speed = (direction: 1 | -1) => {
      const next = SPEEDS[SPEEDS.findIndex((each) => each === player.read().speed) + direction];
      if (next !== undefined) player.setSpeed(next);
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || keepsKeys(event.target instanceof Element ? event.target : null, event.key)) return;
      const action = keyAction(event);
      if (!action) return;
      event.preventDefault();
      switch (action.do) {
        case 'toggle':
          return player.read().playing ? player.pause() : player.play();
        case 'move':
          return player.seek(player.at() + action.ms);
        case 'event':
          return step(action.step);
        case 'slower':
          return speed(-1);
        case 'faster':
          return speed(1);
        case 'start':
          return player.seek(from);
        case 'end':
          return player.seek(to);
        case 'note':
          return onNote();
      }
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [player, events, from, to, onNote]);
}

interface PlayerKeys {
  player: Player | undefined;
  events: readonly StoredEvent[];
  from: number;
  to: number;
  onNote: () => void;
}
