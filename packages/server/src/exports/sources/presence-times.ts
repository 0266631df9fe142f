import { lanesOf, presenceTable as timesOf } from '@sightline/metrics';
import { presenceTimesTable } from '@sightline/protocol';
import type { TableSource } from '../table-source.ts';

/** How long every part of a session was open, visible, focused and active, as the session page shows it. */
export const presenceTimes: TableSource = {
  table: presenceTimesTable,
  columns: () => presenceTimesTable.columns,
  rows: {
    by: 'session',
    rows(events, { session }) {
      if (events.length === 0) return [];
      const { source } = lanesOf(events);
      return timesOf(events).map(({ scope, key, open, visible, focused, active }) => [
        session,
        scope,
        key,
        open,
        visible,
        focused,
        active,
        source,
      ]);
    },
  },
};
