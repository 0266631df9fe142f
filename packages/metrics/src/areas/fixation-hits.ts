import type { AreaShape } from '@sightline/protocol';
import { fixationOf, GAZE_DEFAULTS } from '../gaze/fixations.ts';
import { givenNumber } from '../given.ts';
import type { ViewedPage } from '../heat/viewed-pages.ts';
import type { MeasuredEvent } from '../metric.ts';
import { areaHits } from './area-hits.ts';

/**
 * Whether a fixation is in an area: by its element where it tells one, else by its place on the page. Such a place means something only in the layout that the
 * area was made in, of which the width of the viewport is known; undefined where that was another, or where the area does not tell where on the page it is.
 * Where a session does not tell how wide its viewport was, its places are taken as they are.
 */
export function fixationHits({ parts, page }: Pick<AreaShape, 'parts' | 'page'>) {
  const isIn = areaHits(parts);
  return (event: MeasuredEvent, { width }: Pick<ViewedPage, 'width'>): boolean | undefined => {
    const [x, y] = [givenNumber(event.details, 'pageX'), givenNumber(event.details, 'pageY')];
    if (fixationOf(event, GAZE_DEFAULTS).area !== null || x === undefined || y === undefined) return isIn(event);
    if (page === undefined || (width !== undefined && width !== page.width)) return undefined;
    return page.boxes.some(({ left, top, right, bottom }) => x >= left && x < right && y >= top && y < bottom);
  };
}
