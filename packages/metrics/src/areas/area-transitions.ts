import type { Area } from '@sightline/protocol';
import { fixationOf, GAZE_DEFAULTS } from '../gaze/fixations.ts';
import { transitionCounts, type Transition } from '../gaze/transition-counts.ts';
import { visits } from '../gaze/visits.ts';
import type { ViewedPage } from '../heat/viewed-pages.ts';
import { fixationHits } from './fixation-hits.ts';

/**
 * How often the gaze went from one area of a page to another, over views of it: areas by their ids. A fixation in several areas is in the
 * one with the fewest parts, which lies in the others.
 */
export function areaTransitions(views: readonly ViewedPage[], areas: readonly Pick<Area, 'id' | 'shape'>[]): Transition[] {
  const inner = areas
    .toSorted((a, b) => a.shape.parts.length - b.shape.parts.length)
    .map(({ id, shape }) => ({ id, isIn: fixationHits(shape) }));
  const visited = views.map((view) =>
    visits(
      view.events
        .filter(({ name }) => name === 'gaze_fixation')
        .map((event) => ({ ...fixationOf(event, GAZE_DEFAULTS), area: inner.find(({ isIn }) => isIn(event, view) === true)?.id ?? null })),
      0,
    ),
  );
  return transitionCounts(...visited);
}
