import { flightOf } from './flight-of.ts';
import type { QuestionDeps } from './question.ts';

/** The flight that a session belongs to; undefined where nothing of it is stored. It never changes. */
export const sessionFlight = ({ engine }: QuestionDeps, { session }: { session: string }): Promise<string | undefined> =>
  flightOf(engine, { session });
