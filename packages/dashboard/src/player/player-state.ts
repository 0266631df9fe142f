/** What the player's controls show. It changes seldom; where the playhead is changes all the time and is asked for. */
export interface PlayerState {
  playing: boolean;
  speed: number;
  skipIdle: boolean;
  /** Stays at the end of a running session. */
  following: boolean;
  /** The tab on the stage, and the one that somebody chose to look at. */
  tab: string | undefined;
  chosenTab: string | undefined;
  loading: boolean;
  /** Somebody has begun to play or to look around. */
  started: boolean;
  /** Why the moment cannot be shown. */
  failure: string | undefined;
}

/** Speeds that can be chosen. */
export const SPEEDS = [0.5, 1, 2, 4, 8, 16] as const;

/** Before anybody did anything. */
export const AT_REST: PlayerState = {
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

/** Keeps a player's state, and tells whoever listens when something in it becomes another. */
export function createPlayerState(first: PlayerState) {
  let state = first;
  const listeners = new Set<() => void>();
  return {
    read: () => state,
    change(part: Partial<PlayerState>) {
      const isNews = Object.entries(part).some(([name, value]) => state[name as keyof PlayerState] !== value);
      if (!isNews) return;
      state = { ...state, ...part };
      for (const listener of listeners) listener();
    },
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
