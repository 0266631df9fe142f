import type { Listening } from './listening.ts';

/** What `tellHistory` makes of a call. */
export const HISTORY_EVENT = 'sightline-history';

/** Tells of every change of the address without a new document: by the Navigation API, or by what else there is. */
export function watchAddress(window: Window & { navigation?: EventTarget }, { on }: Pick<Listening, 'on'>, changed: () => void): void {
  const { navigation } = window;
  const types = navigation ? ['currententrychange'] : ['popstate', 'hashchange', HISTORY_EVENT];
  for (const type of types) on(type as keyof WindowEventMap, changed, navigation);
}
