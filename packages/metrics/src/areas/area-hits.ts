import type { AreaPart } from '@sightline/protocol';
import { givenNumber, givenText } from '../given.ts';
import type { MeasuredEvent } from '../metric.ts';

/**
 * Whether an event happened in an area: in a part of an element that is in it, or inside an element that is in it whole. Where in its
 * element an event happened may not be known; then the element's middle stands for it.
 */
export function areaHits(parts: readonly AreaPart[]): (event: MeasuredEvent) => boolean {
  const byPath = new Map<string, AreaPart[]>();
  for (const part of parts) byPath.set(part.path, [...(byPath.get(part.path) ?? []), part]);
  const whole = new Set(parts.filter(isWhole).map(({ path }) => path));
  return ({ details }) => {
    const path = givenText(details, 'path') ?? givenText(details, 'element');
    if (path === undefined) return false;
    const own = byPath.get(path);
    if (own) {
      const x = placeWithin(details.elementX, givenNumber(details, 'elementWidth'));
      const y = placeWithin(details.elementY, givenNumber(details, 'elementHeight'));
      return own.some(({ left, top, right, bottom }) => x >= left && x <= right && y >= top && y <= bottom);
    }
    return ancestors(path).some((ancestor) => whole.has(ancestor));
  };
}

const isWhole = ({ left, top, right, bottom }: AreaPart): boolean => left === 0 && top === 0 && right === 1 && bottom === 1;

const MIDDLE = 0.5;

const placeWithin = (place: unknown, length: number | undefined): number =>
  typeof place === 'number' && length !== undefined && length > 0 ? Math.min(1, Math.max(0, place / length)) : MIDDLE;

/** The paths of the elements around one, as far as its path names them. */
function ancestors(path: string): string[] {
  const found: string[] = [];
  for (const end of path.matchAll(/ >(?:>>)? /g)) found.push(path.slice(0, end.index));
  return found;
}
