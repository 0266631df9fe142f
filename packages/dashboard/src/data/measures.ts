import { queryOptions, keepPreviousData } from '@tanstack/react-query';
import type { MeasureAcross, MeasuringProgress } from '@sightline/protocol';
import type { Client } from '@sightline/client';
import { sessionFilter, type Filter } from '../filter/filter.ts';
import type { TimeRange } from '../scope/time-range.ts';
import { againstQuery } from './against-query.ts';

/** What is asked of a metric over many sessions. */
export interface MeasureAsked {
  metric: string;
  amount: string;
  by: string;
  filter: Filter;
  against: Filter | undefined;
  flight: string;
  range: TimeRange;
  points?: number;
}

/** A metric over the sessions that match; asked again while results are still being computed. */
export const measureQuery = (api: Client, asked: MeasureAsked) =>
  queryOptions({
    queryKey: ['measure', asked],
    queryFn: ({ signal }) => {
      const { metric, amount, by, filter, against, flight, range, points } = asked;
      const scope = { flight, range, now: Date.now() };
      return api.measure(
        metric,
        {
          ...sessionFilter(filter, scope),
          ...(amount === '' ? {} : { amount }),
          ...(by === 'all' ? {} : { by }),
          ...(against ? { against: againstQuery(sessionFilter(against, scope)) } : {}),
          ...(points === undefined ? {} : { points }),
        },
        signal,
      );
    },
    placeholderData: keepPreviousData,
    staleTime: 30_000,
    refetchInterval: ({ state }: { state: { data: MeasureAcross | undefined } }) => againAfter(state.data),
  });

const SOON_MS = 3_000;
const LATER_MS = 10_000;

/** Soon while results are being computed; now and then while there are no sessions, or some have none, as they may only have to come or to go quiet. */
export function againAfter(across: MeasureAcross | undefined): number | false {
  if (isUnderWay(across?.progress)) return SOON_MS;
  if (across === undefined) return false;
  const { groups } = across;
  return groups.length === 0 || groups.some(({ sessions, measured }) => measured < sessions) ? LATER_MS : false;
}

/** Whether results are still being computed. */
export const isUnderWay = (progress: MeasuringProgress | undefined): boolean =>
  progress?.state === 'running' || progress?.state === 'waiting';

/** What a flight measures metrics with, and how far its results are. */
export const measureSettingsQuery = (api: Client, flight: string) =>
  queryOptions({
    queryKey: ['measure-settings', flight],
    queryFn: ({ signal }) => api.measureSettings(flight, signal),
    refetchInterval: ({ state }: { state: { data: { progress: MeasuringProgress } | undefined } }) =>
      isUnderWay(state.data?.progress) ? 2_000 : false,
  });
