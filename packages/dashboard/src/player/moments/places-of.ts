import type { StoredEvent } from '@sightline/protocol';
import type { Moment, MomentKind } from './moments-of.ts';

/** Headline figures that count what happened at moments, and which moments those are. */
const COUNTED: Readonly<Record<string, MomentKind>> = {
  'rage_clicks.seed': 'rage',
  rage_episode: 'rage',
  dead_click: 'dead',
  error_click: 'error',
  pages: 'page',
};

/** Where in time a headline figure has its places; none where it is a length, or counts nothing. */
export function placesOf(figure: string, events: readonly StoredEvent[], moments: readonly Moment[]): readonly number[] {
  if (figure === 'clicks') return events.flatMap(({ name, at }) => (name === 'click' ? [at] : []));
  const counted = Object.hasOwn(COUNTED, figure) ? COUNTED[figure] : undefined;
  return counted === undefined ? [] : moments.flatMap(({ kind, at }) => (kind === counted ? [at] : []));
}

/** The place to go to next: the first one after a moment, and after the last the first. */
export const nextPlace = (places: readonly number[], after: number): number | undefined => places.find((at) => at > after) ?? places[0];
