import { loadMore } from '../page/load-more.ts';
import { loadScript } from '../page/load-script.ts';
import { warn } from '../page/running.ts';
import { start } from '../start.ts';
import type { Tracker } from '../tracker.ts';

declare global {
  interface Window {
    /** The tracker that the script tag started. */
    sightline?: Tracker;
  }
}

const tell = (message: string) => warn(window, message);
const script = document.currentScript;
if (script instanceof HTMLScriptElement) {
  const { flightToken, endpoint, events } = script.dataset;
  const scripts = new URL('.', script.src).href;
  const tracker = start({ token: flightToken ?? '', endpoint: endpoint ?? scripts, fromDocument: true });
  window.sightline = tracker;
  loadScript(window, `${scripts}sightline-presence.js`, () => tell('presence is not measured: its script could not be loaded'));
  // The first click must not wait for what else there is to watch.
  if (events !== '' && events !== 'none') {
    loadMore(window, scripts).then(({ named }) => named(events, tell).forEach(tracker.add), tell);
  }
}
