import { METRICS } from '@sightline/metrics';
import { readFilter, writeFilter, type Filter, type FilterSearch } from '../../filter/filter.ts';

/** What the measures page shows, as its URL carries it; absent means the default. */
export interface MeasureChoice {
  metric: string;
  amount: string;
  by: string;
  /** A second filter that the first is compared with. */
  against: Filter | undefined;
  /** The axis reaches to the furthest value. */
  whole: boolean;
}

/** The same as texts of a URL. */
export interface MeasureSearch extends FilterSearch {
  metric?: string | undefined;
  amount?: string | undefined;
  by?: string | undefined;
  against?: string | undefined;
  whole?: boolean | undefined;
}

const DEFAULT_METRIC = 'active_time';

/** Reads the page’s part of a URL; what cannot be read is left out. */
export function readMeasureSearch(search: Record<string, unknown>): MeasureSearch {
  const text = (name: string) => (typeof search[name] === 'string' && search[name] !== '' ? search[name] : undefined);
  const metric = METRICS.find(({ name }) => name === search.metric)?.name;
  return {
    ...writeFilter(readFilter(search)),
    metric,
    amount: text('amount'),
    by: text('by'),
    against: text('against'),
    whole: search.whole === true || search.whole === 'true' ? true : undefined,
  };
}

/** What a URL’s texts mean. */
export function measureChoice({ metric, amount, by, against, whole }: MeasureSearch): MeasureChoice {
  return {
    metric: metric ?? DEFAULT_METRIC,
    amount: amount ?? '',
    by: by ?? 'all',
    against:
      against === undefined ? undefined : readFilter(Object.fromEntries(new URLSearchParams(against === 'everything' ? '' : against))),
    whole: whole ?? false,
  };
}

/** A second filter as one text of the URL. */
export function writeAgainst(filter: Filter | undefined): string | undefined {
  if (filter === undefined) return undefined;
  const given = Object.entries(writeFilter(filter)).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return given.length === 0 ? 'everything' : new URLSearchParams(given).toString();
}
