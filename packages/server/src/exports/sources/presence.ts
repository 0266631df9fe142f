import { lanesOf } from '@sightline/metrics';
import { presenceTable } from '@sightline/protocol';
import type { TableSource } from '../table-source.ts';

/** What each tab was and when, as the session page shows it. */
export const presence: TableSource = {
  table: presenceTable,
  columns: () => presenceTable.columns,
  rows: {
    by: 'session',
    rows(events, { session }) {
      const { source, lanes } = lanesOf(events);
      return lanes.flatMap(({ tab, spells }) =>
        spells.map(({ state, from, to, recovered }) => [
          session,
          tab,
          state,
          Math.round(from),
          Math.round(to),
          to - from,
          recovered,
          source,
        ]),
      );
    },
  },
};
