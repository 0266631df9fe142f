import { loadScript } from '../page/load-script.ts';
import { runningOn } from '../page/running.ts';
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
  const place = new URL('.', script.src).href;
  window.sightline = start({ token: flightToken ?? '', endpoint: endpoint ?? place, fromDocument: true });
  loadScript(window, `${place}sightline-presence.js`, {}, () =>
    runningOn(window).warn('presence is not measured: its script could not be loaded'),
  );
}
