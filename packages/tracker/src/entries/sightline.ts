import type { Courier } from '../delivery/delivery.ts';
import type { Collector } from '../collectors/collector.ts';
import type { Options } from '../options.ts';
import { loadAddOn } from '../page/load-add-on.ts';
import { loadMore } from '../page/load-more.ts';
import { warn } from '../page/running.ts';
import type { CreateGate } from '../privacy/gate.ts';
import type { Tracker } from '../start.ts';
import { startWith } from '../start-with.ts';

declare global {
  interface Window {
    /** The tracker that the script tag started. */
    sightline?: Tracker;
  }
}

const tell = (message: string) => warn(window, message);
const script = document.currentScript;
if (script instanceof HTMLScriptElement) {
  const { flightToken = '', events, ...given } = script.dataset;
  const scripts = new URL('.', script.src).href;
  const tracker = startWith(
    window,
    { endpoint: scripts, ...(given as Partial<Options>), token: flightToken, fromDocument: true },
    { courier: () => loadAddOn<Courier>(window, scripts, 'delivery'), gate: () => loadAddOn<CreateGate>(window, scripts, 'consent') },
  );
  window.sightline = tracker;
  loadAddOn<Collector>(window, scripts, 'presence').then(tracker.add, tell);
  // The first click must not wait for what else there is to watch.
  if (events !== 'none') loadMore(window, scripts).then(({ named }) => named(events, tell).forEach(tracker.add), tell);
}
