import { useSyncExternalStore } from 'react';
import type { Player } from '../player.ts';
import { AT_REST, type PlayerState } from '../player-state.ts';

/** A player's state, as it changes. */
export const usePlayerState = (player: Player | undefined): PlayerState =>
  useSyncExternalStore(player?.subscribe ?? silent, player?.read ?? before);

const silent = () => () => undefined;
const before = () => AT_REST;
