import type { Application, Flight } from '@sightline/protocol';
import { DEFAULT_RANGE, readRange, type TimeRange } from './time-range.ts';

/** What every page is about, as its URL carries it. */
export interface ScopeSearch {
  application?: string;
  flight?: string;
  range?: TimeRange;
}

/** What the URL's ids stand for. A fresh application has no flight yet; a fresh installation may have neither. */
export interface Scope {
  application: Application | undefined;
  flight: Flight | undefined;
  range: TimeRange;
}

/** Reads the scope's part of a URL; what cannot be read is left out. */
export function readScope(search: Record<string, unknown>): ScopeSearch {
  const range = readRange(search.range);
  return {
    ...(typeof search.application === 'string' && search.application !== '' ? { application: search.application } : {}),
    ...(typeof search.flight === 'string' && search.flight !== '' ? { flight: search.flight } : {}),
    ...(range === undefined ? {} : { range }),
  };
}

/** Finds the flight a URL means: by its id, else the application's first, else the first there is. */
export function resolveScope(applications: readonly Application[], search: ScopeSearch): Scope {
  const range = search.range ?? DEFAULT_RANGE;
  const holder = applications.find(({ flights }) => flights.some(({ id }) => id === search.flight));
  const named = applications.find(({ id }) => id === search.application);
  const application = holder ?? named ?? applications.find(({ flights }) => flights.length > 0) ?? applications[0];
  const flight = application?.flights.find(({ id }) => id === search.flight) ?? application?.flights[0];
  return { application, flight, range };
}
