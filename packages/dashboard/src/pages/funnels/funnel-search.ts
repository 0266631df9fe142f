import { readFilter, writeFilter, type FilterSearch } from '../../filter/filter.ts';
import { joinedMembers, readMembers } from '../../filter/members.ts';

/** What the funnel page shows, as texts of its URL. */
export interface FunnelSearch extends FilterSearch {
  steps?: string | undefined;
  within?: number | undefined;
  by?: string | undefined;
}

/** As many steps as the API takes. */
export const MOST_STEPS = 8;

/** Reads the page’s part of a URL; what cannot be read is left out. */
export function readFunnelSearch(search: Record<string, unknown>): FunnelSearch {
  const within = Number(search.within);
  return {
    ...writeFilter(readFilter(search)),
    steps: joinedMembers(stepsOf(search.steps)),
    within: Number.isSafeInteger(within) && within > 0 ? within : undefined,
    by: typeof search.by === 'string' && search.by !== '' ? search.by : undefined,
  };
}

/** The steps that a text of the URL stands for. */
export const stepsOf = (steps: unknown): string[] => readMembers(steps).slice(0, MOST_STEPS);
