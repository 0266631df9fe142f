import type { ConsentChangedDetails } from '@sightline/protocol';
import type { Options } from '../options.ts';
import { addressesOf } from '../outbox/addresses.ts';
import { keptTexts } from '../page/kept-texts.ts';
import { randomUuid } from '../page/random-uuid.ts';
import type { Tracking } from '../tracker.ts';
import { createConsent, type Consent, type Purpose } from './consent.ts';
import { refusalMessage } from './refusal-message.ts';
import { refusalOf } from './refusal-of.ts';

export interface GateDeps {
  window: Window & typeof globalThis;
  options: Options;
  /** What add-ons ask; it answers for the visitor from now on. */
  consent: Pick<Consent, 'has'>;
  /** What runs already, where nothing stood against it. */
  running: Tracking | undefined;
  /** Begins to record. */
  begin(): Tracking | undefined;
}

/** Decides whether a page may record, where that is a question. */
export interface Gate {
  /** The visitor agrees or does not agree any more: to these purposes, or to all. */
  agree(agreed: boolean, purposes: readonly Purpose[]): void;
}

export type CreateGate = (deps: GateDeps) => Gate;

/** Holds everything back until the visitor agrees, and for good where their browser asks not to track. */
export const createGate: CreateGate = ({ window, options, consent: asked, running, begin }) => {
  const { token, endpoint, consent: required, doNotTrack } = options;
  const consent = createConsent(
    keptTexts(() => window.localStorage),
    required !== undefined,
  );
  Object.assign(asked, consent);
  const refusal = doNotTrack === 'ignore' ? undefined : refusalOf(window);

  const look = () => {
    if (refusal) return;
    if (consent.has('interaction')) running ??= begin();
    const details: ConsentChangedDetails = { granted: consent.given() };
    running?.tell('consentChanged', details);
    if (consent.has('interaction')) return;
    running?.stop();
    running = undefined;
  };

  if (refusal && doNotTrack === 'count') {
    const uuid = () => randomUuid(window.crypto);
    const body = refusalMessage({ token, signal: refusal, now: Date.now(), pageOrigin: window.origin, uuid });
    window.fetch(addressesOf(endpoint).collect, { method: 'POST', body, credentials: 'omit' }).catch(() => {
      // Who refuses is counted where that is possible, and not followed up.
    });
  }
  if (!running) look();
  return {
    agree(agreed, purposes) {
      consent.set(agreed, purposes);
      look();
    },
  };
};
