import { HISTORY_EVENT } from './address-changes.ts';

/** Makes events of calls that change the address, where there is no Navigation API to tell of them. */
export function tellHistory(window: Window & typeof globalThis): void {
  if ((window as { navigation?: unknown }).navigation) return;
  for (const name of ['pushState', 'replaceState'] as const) {
    const original = window.history[name];
    // Left in place when the tracker stops: another script may have wrapped it since, and nobody listens then.
    window.history[name] = function (...given) {
      original.apply(this, given);
      window.dispatchEvent(new window.Event(HISTORY_EVENT));
    };
  }
}
