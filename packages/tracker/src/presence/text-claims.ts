import type { KeptTexts } from '../page/kept-texts.ts';
import type { Claim, Claims } from './ledger.ts';

const PREFIX = 'sightline-action-';

/** Claims in `localStorage`, for browsers that give no database: as atomic as the `alone` that they are given. */
export function textClaims({
  local,
  alone,
}: {
  local: KeptTexts;
  alone: <Value>(name: string, task: () => Value) => Promise<Value>;
}): Claims {
  const read = (key: string): Claim | undefined => {
    try {
      return (JSON.parse(local.get(PREFIX + key) ?? 'null') as Claim | null) ?? undefined;
    } catch {
      // Damaged text claims nothing.
      return undefined;
    }
  };
  return {
    get: async (key) => read(key),
    swap: (claim, before) =>
      alone(PREFIX, () => {
        const found = read(claim.key);
        if (found?.by !== before?.by || found?.state !== before?.state) return false;
        return local.set(PREFIX + claim.key, JSON.stringify(claim));
      }),
  };
}
