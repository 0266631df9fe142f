import type { Listening } from './listening.ts';

interface NavigationTarget extends EventTarget {
  currentEntry: unknown;
}

/** Tells of every change of the address without a new document: by the Navigation API, or by watching `history`. */
export function watchAddress(window: Window, { on, guard }: Listening, changed: () => void): void {
  const { navigation } = window as Window & { navigation?: NavigationTarget };
  if (navigation) {
    on('currententrychange' as keyof WindowEventMap, changed, navigation);
    return;
  }
  on('popstate', changed);
  on('hashchange', changed);
  const after = guard(changed);
  for (const name of ['pushState', 'replaceState'] as const) {
    const original = window.history[name];
    // Left in place when the tracker stops: another script may have wrapped it since, and a guarded call is then silent.
    window.history[name] = function (...given) {
      original.apply(this, given);
      after();
    };
  }
}
