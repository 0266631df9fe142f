import { MAP_KINDS, type MapKind } from '../../heat/map-kind.ts';

/** What the page of maps shows, as its URL carries it, beside the scope and the filter. */
export interface HeatSearch {
  /** The page of the site; absent: the most viewed. */
  path?: string | undefined;
  map?: MapKind | undefined;
  /** Places on the page as they were, instead of places within elements. */
  pixels?: boolean | undefined;
  /** A field of the application-specific data whose values are compared, and two of them. */
  by?: string | undefined;
  first?: string | undefined;
  second?: string | undefined;
  /** One map of the difference instead of two beside each other. */
  difference?: boolean | undefined;
  /** The recorded view behind the map: `session/tab/at`; absent: the newest. */
  behind?: string | undefined;
  /** What stands beside the map. */
  side?: 'areas' | undefined;
  /** The element that is pointed out. */
  element?: string | undefined;
}

/** Reads the maps' part of a URL; what cannot be read is left out. */
export function readHeatSearch(search: Record<string, unknown>): HeatSearch {
  const { path, map, by, first, second, behind, element } = search;
  return {
    ...texts({ path, by, first, second, behind, element }),
    ...(MAP_KINDS.some((each) => each === map) ? { map: map as MapKind } : {}),
    ...(search.side === 'areas' ? { side: 'areas' as const } : {}),
    ...(String(search.pixels) === 'true' ? { pixels: true } : {}),
    ...(String(search.difference) === 'true' ? { difference: true } : {}),
  };
}

/** A recorded view of a page as a URL names it. */
export const behindText = ({ session, tab, at }: { session: string; tab: string; at: number }): string => `${session}/${tab}/${at}`;

/** What `behindText` wrote. */
export function readBehind(text: string | undefined): { session: string; tab: string; at: number } | undefined {
  const [session, tab, at, ...more] = text?.split('/') ?? [];
  return session && tab && /^\d{1,15}$/.test(at ?? '') && more.length === 0 ? { session, tab, at: Number(at) } : undefined;
}

const texts = (given: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(Object.entries(given).filter((pair): pair is [string, string] => typeof pair[1] === 'string' && pair[1] !== ''));
