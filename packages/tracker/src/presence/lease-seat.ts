import type { KeptTexts } from '../page/kept-texts.ts';
import type { Seat } from './leader.ts';

export interface LeaseDeps {
  local: Pick<KeptTexts, 'get' | 'set' | 'remove'>;
  wall: () => number;
  after: (ms: number, task: () => void) => () => void;
  uuid: () => string;
}

const KEY = 'sightline-leader';
/** Twice as long as hidden tabs' timers are apart, so that a leader that lives does not lose the seat by being hidden. */
const LEASE_MS = 3_000;
const RENEW_MS = 1_000;
/** Two tabs that find the seat free both write; the later text stays, and after this both read the same. */
const SETTLE_MS = 100;

/** A seat by a lease in `localStorage`, where there are no Web Locks. Storage is not atomic: acting needs a claim besides. */
export const leaseSeat = ({ local, wall, after, uuid }: LeaseDeps): Seat => ({
  ask({ granted, lost }, forced) {
    const id = uuid();
    let holds = false;
    let cancel: (() => void) | undefined;

    const take = () => local.set(KEY, `${id} ${wall() + LEASE_MS}`);

    const look = () => {
      const owner = holder(local.get(KEY), wall());
      if (owner === id || (holds && owner === undefined)) {
        take();
        cancel = after(RENEW_MS, look);
        if (holds) return;
        holds = true;
        granted();
      } else if (holds) {
        holds = false;
        lost();
      } else if (owner === undefined) {
        take();
        cancel = after(SETTLE_MS, look);
      } else cancel = after(RENEW_MS, look);
    };

    if (forced) take();
    look();
    return () => {
      cancel?.();
      if (holder(local.get(KEY), wall()) === id) local.remove(KEY);
    };
  },
});

/** Who holds a lease that has not run out; one that lasts longer than any was written before the clock was set back. */
function holder(text: string | null, now: number): string | undefined {
  const [owner, until] = (text ?? '').split(' ');
  return Number(until) > now && Number(until) <= now + LEASE_MS ? owner : undefined;
}
