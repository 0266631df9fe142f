import type { Device, SessionFilter } from '@sightline/protocol';
import { joinedMembers, readMembers } from './members.ts';
import { boundsOf, type TimeRange } from '../scope/time-range.ts';

/** Which sessions a page is about, beside its flight and time range; as its URL carries it. */
export interface Filter {
  /** `field:value` of the application-specific data. */
  where?: string[];
  did?: string[];
  didNot?: string[];
  page?: string[];
  device?: Device[];
  /** Steps in this order: `event:NAME`, `page:PATH` or `click:ELEMENT`. */
  sequence?: string[];
  /** Sessions of excluded participants: too, not, or no others; what a page does without being told differs. */
  excluded?: Excluded;
}

type Excluded = NonNullable<SessionFilter['excluded']>;

/** The lists of a filter, in the order in which chips stand. */
export const FILTER_LISTS = ['where', 'device', 'page', 'did', 'didNot', 'sequence'] as const;
export type FilterList = (typeof FILTER_LISTS)[number];

/** A filter in the texts of a URL. */
export type FilterSearch = { [List in FilterList]?: string | undefined } & { excluded?: Excluded | undefined };

/** Reads the filter's part of a URL; what cannot be read is left out. */
export function readFilter(search: Record<string, unknown>): Filter {
  const lists = FILTER_LISTS.flatMap((list) => {
    const given = readMembers(search[list]).filter((member) => list !== 'device' || isDevice(member));
    return given.length === 0 ? [] : [[list, [...new Set(given)].slice(0, MOST)]];
  });
  const excluded = EXCLUDED.get(String(search.excluded));
  return { ...Object.fromEntries(lists), ...(excluded !== undefined && { excluded }) };
}

/** A filter as the texts of a URL; absent lists are there as undefined, so that they replace what stood there. */
export const writeFilter = (filter: Filter): FilterSearch => ({
  where: joinedMembers(filter.where),
  device: joinedMembers(filter.device),
  page: joinedMembers(filter.page),
  did: joinedMembers(filter.did),
  didNot: joinedMembers(filter.didNot),
  sequence: joinedMembers(filter.sequence),
  excluded: filter.excluded,
});

/** The sessions that a filter means in a flight and time range at a moment, as the API takes it. */
export const sessionFilter = (
  filter: Filter,
  { flight, range, now }: { flight: string; range: TimeRange; now: number },
): SessionFilter => ({
  flight,
  ...boundsOf(range, now),
  ...filter,
});

/** Whether anything is filtered out. */
export const isFiltered = (filter: Filter): boolean =>
  FILTER_LISTS.some((list) => filter[list] !== undefined) || filter.excluded === false || filter.excluded === 'only';

/** The filter with one member more. */
export const withMember = (filter: Filter, list: FilterList, member: string): Filter =>
  readFilter({ ...writeFilter(filter), [list]: joinedMembers([...(filter[list] ?? []), member]) });

/** The filter without one of its members. */
export const withoutMember = (filter: Filter, list: FilterList, member: string): Filter =>
  readFilter({ ...writeFilter(filter), [list]: joinedMembers((filter[list] ?? []).filter((each) => each !== member)) });

/** What a URL says of excluded participants. */
const EXCLUDED = new Map<string, Excluded>([
  ['true', true],
  ['false', false],
  ['only', 'only'],
]);

/** As many members as the API takes. */
const MOST = 20;

// Written out, as the protocol's own list comes with all of its schemas, which the first view does without.
const DEVICES: Record<Device, true> = { desktop: true, tablet: true, phone: true };

const isDevice = (text: string): text is Device => Object.hasOwn(DEVICES, text);
