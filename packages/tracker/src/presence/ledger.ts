/** What became of a one-shot action. */
export interface Claim {
  /** Session and action. */
  key: string;
  state: 'claimed' | 'done' | 'failed' | 'unknown';
  /** The document that acts or acted. */
  by: string;
  at: number;
}

/** Where claims are kept, for all tabs and over restarts. */
export interface Claims {
  get(key: string): Promise<Claim | undefined>;
  /** Writes the claim in one step if the kept one is still by `before` (undefined: there is none yet); false where it is not. */
  swap(claim: Claim, before: Claim | undefined): Promise<boolean>;
}

export interface LedgerDeps {
  claims: Claims;
  /** Names this document. */
  me: string;
  /** Whether the document that claimed may still be at it. */
  mayLive: (claim: Claim) => Promise<boolean>;
  wall: () => number;
}

/** What a tab may do about an action: run it, forget it, wait for who runs it, or tell that nobody knows whether it ran. */
export type Verdict = 'run' | 'forget' | 'wait' | 'unknown';

export interface Ledger {
  /** Asks to run; `run` is answered to one document only, ever, unless the action may be repeated after a death. */
  claim(key: string, repeatable: boolean): Promise<Verdict>;
  /** Whether it is settled for good that nobody has to run it any more. */
  isOver(key: string): Promise<boolean>;
  finish(key: string, state: 'done' | 'failed'): Promise<void>;
}

/** Keeps an action to once: claimed before it runs, done after; what a dead document had claimed is not run again. */
export const createLedger = ({ claims, me, mayLive, wall }: LedgerDeps): Ledger => ({
  async claim(key, repeatable) {
    const found = await claims.get(key);
    if (found && found.state !== 'claimed') return 'forget';
    if (found && (await mayLive(found))) return 'wait';
    const state = found && !repeatable ? 'unknown' : 'claimed';
    // Another tab may have come first: then this one asks again when it has reason to.
    if (!(await claims.swap({ key, state, by: me, at: wall() }, found))) return 'wait';
    return state === 'claimed' ? 'run' : 'unknown';
  },
  async isOver(key) {
    const found = await claims.get(key);
    return found !== undefined && found.state !== 'claimed';
  },
  async finish(key, state) {
    const mine = await claims.get(key);
    if (mine?.by === me) await claims.swap({ key, state, by: me, at: wall() }, mine);
  },
});
