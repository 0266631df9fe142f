import { useSyncExternalStore } from 'react';
import type { Player, PlayerState } from '../player.ts';

/** What the controls show before there is a player. */
const BEFORE: PlayerState = {
  playing: false,
  speed: 1,
  skipIdle: true,
  following: false,
  tab: undefined,
  chosenTab: undefined,
  loading: true,
  started: false,
  failure: undefined,
};

/** A player's state, as it changes. */
export const usePlayerState = (player: Player | undefined): PlayerState =>
  useSyncExternalStore(player?.subscribe ?? silent, player?.read ?? before);

const silent = () => () => undefined;
const before = () => BEFORE;
