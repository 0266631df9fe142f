import type { EngineSession } from './engine-session.ts';
import type { Statement } from './statement.ts';

export interface Lanes {
  /** Waits for a free session of the lane; give it back by calling `release`. */
  take(lane: Statement['lane']): Promise<{ session: EngineSession; release(): void }>;
  close(): void;
}

export interface LanesDeps {
  /** The session that is open already. */
  first: EngineSession;
  open: () => EngineSession;
  /** How many statements beside the one that loads. */
  queries: number;
}

/** How many questions the embedded engine answers at a time. */
export const QUERIES_AT_ONCE = 2;

/**
 * One session loads and two answer questions: more queries at a time than that starve loading (measured), so the rest wait
 * their turn.
 */
export function createLanes({ first, open, queries }: LanesDeps): Lanes {
  const lanes = { load: createLane(open, 1, [first]), query: createLane(open, queries, []) };
  return {
    take: (lane) => lanes[lane].take(),
    close() {
      lanes.load.close();
      lanes.query.close();
    },
  };
}

function createLane(open: () => EngineSession, size: number, sessions: EngineSession[]) {
  const idle = [...sessions];
  const waiting: ((session: EngineSession) => void)[] = [];

  return {
    async take() {
      const session =
        idle.pop() ?? (sessions.length < size ? opened() : await new Promise<EngineSession>((resolve) => waiting.push(resolve)));
      return { session, release: () => giveBack(session) };
    },
    close() {
      for (const session of sessions) session.close();
    },
  };

  function opened() {
    const session = open();
    sessions.push(session);
    return session;
  }

  function giveBack(session: EngineSession) {
    const next = waiting.shift();
    if (next) next(session);
    else idle.push(session);
  }
}
