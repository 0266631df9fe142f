import { presenceTable as timesOf } from '@sightline/metrics';
import { pageViewsTable } from '@sightline/protocol';
import type { Cell, TableSource } from '../table-source.ts';

/** Page views in time order, each with its presence. */
export const pageViews: TableSource = {
  table: pageViewsTable,
  columns: () => pageViewsTable.columns,
  rows: {
    by: 'session',
    rows(events, { session }) {
      const views = events.filter(({ name }) => name === 'pageView');
      if (views.length === 0) return [];
      const times = new Map(timesOf(events).flatMap((row) => (row.scope === 'pageView' ? [[row.key, row] as const] : [])));
      return views.map(({ tab, sequence, at, pageView, details }) => {
        const time = pageView ? times.get(pageView) : undefined;
        return [
          session,
          tab,
          sequence,
          pageView ?? null,
          at,
          text(details.url) ?? '',
          text(details.title),
          text(details.referrer),
          text(details.cause),
          time?.open ?? null,
          time?.visible ?? null,
          time?.focused ?? null,
          time?.active ?? null,
        ];
      });
    },
  },
};

const text = (value: unknown): Cell => (typeof value === 'string' ? value : null);
