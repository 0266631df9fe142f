import { blame } from './blame.ts';

export type Strikes = ReturnType<typeof createStrikes>;

/** An engine that dies of a batch says nothing about it: so often must it fail, with successes of others in between. */
const STRIKES = 5;

/** Finds out what is to blame for failed loads: the data where the engine says so, or where everything else can be loaded. */
export function createStrikes() {
  const strikes = new Map<string, { count: number; successes: number }>();
  let successes = 0;

  const isOut = (token: string): boolean => (strikes.get(token)?.count ?? 0) >= STRIKES;

  return {
    success(token: string): void {
      successes += 1;
      strikes.delete(token);
    },
    /** Whether what failed is now known to be at fault itself. */
    failure(token: string, error: unknown): boolean {
      const { count, successes: before } = strikes.get(token) ?? { count: 0, successes: -1 };
      const isNew = successes > before ? 1 : 0;
      strikes.set(token, { count: blame(error) === 'segment' ? STRIKES : count + isNew, successes });
      return isOut(token);
    },
    isOut,
    forget: (token: string): boolean => strikes.delete(token),
  };
}
