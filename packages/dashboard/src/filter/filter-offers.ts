import type { FlightFacets } from '@sightline/protocol';
import { text } from '../text/text.ts';
import type { FilterList } from './filter.ts';

/** Something sessions can be filtered by, with the values the data has. */
export interface FilterOffer {
  key: string;
  label: string;
  list: FilterList;
  values: readonly { member: string; label: string; count: number }[];
  /** What the counts count. */
  counted: (count: number) => string;
  /** There are more values than are listed: one may be typed. */
  typed?: (typed: string) => string;
}

/** What a flight offers to be filtered by: its own fields first. */
export function filterOffers({ fields, devices, pages, events }: FlightFacets): FilterOffer[] {
  const words = text.filter;
  return [
    ...fields.map(({ field, values }) => ({
      key: `where ${field}`,
      label: field,
      list: 'where' as const,
      values: values.map(({ value, sessions }) => ({ member: `${field}:${value}`, label: value, count: sessions })),
      counted: words.sessions,
      typed: (typed: string) => `${field}:${typed}`,
    })),
    {
      key: 'device',
      label: words.lists.device,
      list: 'device' as const,
      values: devices.map(({ device, sessions }) => ({ member: device, label: words.devices[device], count: sessions })),
      counted: words.sessions,
    },
    {
      key: 'page',
      label: words.lists.page,
      list: 'page' as const,
      values: pages.map(({ path, views }) => ({ member: path, label: path, count: views })),
      counted: words.views,
      typed: (typed: string) => typed,
    },
    ...(['did', 'didNot'] as const).map((list) => ({
      key: list,
      label: words.lists[list],
      list,
      values: events.map(({ name, events: count }) => ({ member: name, label: words.eventName(name), count })),
      counted: words.events,
      typed: (typed: string) => typed,
    })),
  ].filter(({ values }) => values.length > 0);
}
