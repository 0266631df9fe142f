import { nextLeaderState, type LeaderSignal, type LeaderState } from './leader-states.ts';

/** The one seat that all tabs of a site compete for. */
export interface Seat {
  /**
   * Waits for the seat; the answer gives it up, or stops waiting. A `forced` request takes it from whoever has it: it hangs.
   */
  ask(heard: { granted: () => void; lost: () => void }, forced: boolean): () => void;
}

export interface Leader {
  leads(): boolean;
  /** Takes part; again and again is the same as once. */
  join(): void;
  /** Lets another tab that waits go first. */
  yield(): void;
  /** Takes the seat from a leader that does not answer. */
  force(): void;
  /** Gives up the seat, as the tab freezes or goes. */
  leave(): void;
}

/** Makes this tab the leader when its turn comes; `changed` hears when it becomes or ceases to be. */
export function createLeader({ seat, changed }: { seat: Seat; changed: (leads: boolean) => void }): Leader {
  let state: LeaderState = 'apart';
  let giveUp: (() => void) | undefined;

  const signal = (name: LeaderSignal, forced = false) => {
    const before = state;
    state = nextLeaderState[before][name];
    const led = before === 'leading';
    if (led !== (state === 'leading')) changed(!led);
    if (state === 'apart' || before === 'leading') drop();
    if (state === 'waiting' && !giveUp) ask(forced);
  };

  const drop = () => {
    if (state === 'leading') return;
    giveUp?.();
    giveUp = undefined;
  };

  const ask = (forced: boolean) => {
    let isMine = true;
    const stop = seat.ask({ granted: () => isMine && signal('granted'), lost: () => isMine && signal('lost') }, forced);
    giveUp = () => {
      isMine = false;
      stop();
    };
  };

  return {
    leads: () => state === 'leading',
    join: () => signal('joined'),
    yield: () => signal('yielded'),
    force() {
      if (state !== 'waiting') return;
      giveUp?.();
      giveUp = undefined;
      ask(true);
    },
    leave: () => signal('left'),
  };
}
