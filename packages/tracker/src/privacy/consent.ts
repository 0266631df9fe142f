import type { KeptTexts } from '../page/kept-texts.ts';

/** What a visitor can agree to, one by one. */
export type Purpose = 'interaction' | 'recording' | 'gaze';

/** What the visitor agreed to. */
export interface Consent {
  has(purpose: Purpose): boolean;
  /** What is agreed to. */
  given(): Purpose[];
  /** Sets whether these purposes are agreed to, or all where none is named, for this page and later ones. */
  set(agreed: boolean, purposes: readonly Purpose[]): void;
}

/** Where the visitor's choice is kept. */
export const CONSENT_KEY = 'sightline-consent';

/** Remembers the visitor's choice; where there is none, everything is allowed unless it has to be asked for. */
export function createConsent(local: KeptTexts, required: boolean): Consent {
  const all: readonly Purpose[] = ['interaction', 'recording', 'gaze'];
  let purposes = (local.get(CONSENT_KEY) ?? (required ? '' : all.join())).split(',');
  const has = (purpose: Purpose) => purposes.includes(purpose);
  return {
    has,
    given: () => all.filter(has),
    set(agreed, named) {
      const changed = named.length > 0 ? named : all;
      purposes = all.filter((purpose) => (changed.includes(purpose) ? agreed : has(purpose)));
      local.set(CONSENT_KEY, purposes.join() || 'none');
    },
  };
}
