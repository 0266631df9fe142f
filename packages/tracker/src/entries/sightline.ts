import type { AddOn } from '../addons/add-on.ts';
import type { Courier } from '../delivery/delivery.ts';
import { parsed } from '../identity/parsed.ts';
import type { Options } from '../options.ts';
import { loadAddOn } from '../page/load-add-on.ts';
import { warn } from '../page/running.ts';
import type { CreateGate } from '../privacy/gate.ts';
import type { Tracker } from '../tracker-api.ts';
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
  const { dataset } = script;
  // A script made for a flight has put the flight's settings there, as far as the page says nothing else.
  const { flightToken = '', events, presence, logui, recording, ...given } = dataset;
  const scripts = new URL('.', script.src).href;
  const load = <Part>(name: string) => loadAddOn<Part>(window, scripts, name);
  const tracker = startWith(
    window,
    {
      endpoint: scripts,
      ...(given as Partial<Options>),
      token: flightToken,
      presence: parsed<NonNullable<Options['presence']>>(presence),
      fromDocument: true,
    },
    { courier: () => load<Courier>('delivery'), gate: () => load<CreateGate>('consent') },
  );
  window.sightline = tracker;
  // The first click must not wait for what else there is to watch.
  for (const name of [
    presence !== 'off' && 'presence',
    events !== 'none' && 'more',
    logui && 'groups',
    recording !== undefined && 'recording',
  ]) {
    // Each in a turn of its own, so that the page's start is not held up for all of them at once.
    if (name) setTimeout(() => load<AddOn>(name).then(({ wanted }) => wanted(dataset, tell).forEach(tracker.add), tell));
  }
}
