import { start } from '../start.ts';
import type { Tracker } from '../tracker.ts';

declare global {
  interface Window {
    /** The tracker that the script tag started. */
    sightline?: Tracker;
  }
}

const script = document.currentScript;
if (script instanceof HTMLScriptElement) {
  const { flightToken, endpoint } = script.dataset;
  window.sightline = start({ token: flightToken ?? '', endpoint: endpoint ?? new URL('.', script.src).href });
}
