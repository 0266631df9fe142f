import type { Engine } from '../engine/engine.ts';

/** What a question to the store may use. */
export interface QuestionDeps {
  engine: Engine;
  now: () => number;
}

/** A session, and its flight where the asker knows it: ids are only unique within a flight. */
export interface SessionKey {
  session: string;
  flight?: string;
}

/** A session whose flight is known. */
export interface SessionOfFlight {
  session: string;
  flight: string;
}
