import type { KeptTexts } from '../page/kept-texts.ts';

/** What a visitor can agree to, one by one. */
export const PURPOSES = ['interaction', 'recording', 'gaze'] as const;
export type Purpose = (typeof PURPOSES)[number];

/** What the visitor agreed to. */
export interface Consent {
  has(purpose: Purpose): boolean;
  /** What is agreed to. */
  given(): Purpose[];
  /** Sets whether these purposes are agreed to, for this page and later ones. */
  set(agreed: boolean, purposes: readonly Purpose[]): void;
}

const KEY = 'sightline-consent';

/** Remembers the visitor's choice; where there is none, everything is allowed unless it has to be asked for. */
export function createConsent(local: KeptTexts, required: boolean): Consent {
  let purposes = local.get(KEY) ?? (required ? '' : PURPOSES.join());
  const has = (purpose: Purpose) => purposes.includes(purpose);
  return {
    has,
    given: () => PURPOSES.filter(has),
    set(agreed, changed) {
      purposes = PURPOSES.filter((purpose) => (changed.includes(purpose) ? agreed : has(purpose))).join();
      local.set(KEY, purposes);
    },
  };
}
