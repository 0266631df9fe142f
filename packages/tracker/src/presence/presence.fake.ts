import type { Claim, Claims } from './ledger.ts';
import type { Seat } from './leader.ts';

/** The lock that a browser's tabs share; `dies` is what the browser does for a tab that is gone without a word. */
export function fakeLock() {
  interface Asker {
    tab: string;
    granted: () => void;
    lost: () => void;
  }
  let holder: Asker | undefined;
  let queue: Asker[] = [];
  const pass = () => {
    holder = queue.shift();
    holder?.granted();
  };
  const drop = (asker: Asker) => {
    queue = queue.filter((one) => one !== asker);
    if (holder === asker) pass();
  };
  return {
    seatOf: (tab: string): Seat => ({
      ask({ granted, lost }, forced) {
        const asker = { tab, granted, lost };
        if (forced) {
          const before = holder;
          holder = asker;
          before?.lost();
          granted();
        } else {
          queue.push(asker);
          if (!holder) pass();
        }
        return () => drop(asker);
      },
    }),
    holder: () => holder?.tab,
    dies(tab: string) {
      for (const asker of queue.filter((one) => one.tab === tab)) drop(asker);
      if (holder?.tab === tab) pass();
    },
  };
}

/** A database of claims that all tabs share. */
export function fakeClaims() {
  const kept = new Map<string, Claim>();
  const claims: Claims = {
    get: async (key) => kept.get(key),
    async swap(claim, before) {
      const found = kept.get(claim.key);
      if (found?.by !== before?.by || found?.state !== before?.state) return false;
      kept.set(claim.key, claim);
      return true;
    },
  };
  return { claims, kept };
}
