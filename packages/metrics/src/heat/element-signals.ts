import { RAGE_DEFAULTS } from '../click/rage-presets.ts';
import { rageRuns } from '../click/rage-runs.ts';
import { givenText } from '../given.ts';
import { lengthOf } from '../presence/intervals.ts';
import type { ViewedPage } from './viewed-pages.ts';

/** What an element of a page drew upon itself. */
export interface ElementSignal {
  path: string;
  /** Rage episodes whose first click was on it. */
  rage: number;
  /** Time from each position of the cursor on it to the next position, while the page was visible. */
  hoverMs: number;
}

/** Rage and hovering by element, over views of a page; the most raged at first. */
export function elementSignals(views: readonly ViewedPage[]): ElementSignal[] {
  const found = new Map<string, ElementSignal>();
  const of = (path: string): ElementSignal => {
    const known = found.get(path) ?? { path, rage: 0, hoverMs: 0 };
    found.set(path, known);
    return known;
  };
  for (const view of views) {
    const rage = rageRuns(RAGE_DEFAULTS);
    for (const event of view.events) if (event.name === 'click') rage.see(event);
    for (const { target } of rage.runs()) if (target !== null) of(target).rage += 1;
    for (const { path, ms } of hovers(view)) if (path !== undefined) of(path).hoverMs += ms;
  }
  return [...found.values()].toSorted((a, b) => b.rage - a.rage || b.hoverMs - a.hoverMs || (a.path < b.path ? -1 : 1));
}

/** How long the cursor stayed where each of its positions is; the last one of a view tells no stay. */
export function hovers({ events, seen }: Pick<ViewedPage, 'events' | 'seen'>) {
  const positions = events.filter(({ name }) => name === 'cursorTracking');
  return positions.flatMap((event, index) => {
    const next = positions[index + 1];
    if (!next || event.details.trackingType === 'cursorLeftViewport') return [];
    return [{ event, path: givenText(event.details, 'path'), from: event.at, ms: lengthOf(seen({ from: event.at, to: next.at })) }];
  });
}
