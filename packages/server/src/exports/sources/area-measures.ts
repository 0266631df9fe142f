import { areaReading, viewedPages } from '@sightline/metrics';
import { areaMeasuresTable } from '@sightline/protocol';
import type { TableSource } from '../table-source.ts';

/** The flight's areas of interest, session by session, by what measures them for the console. */
export const areaMeasures: TableSource = {
  table: areaMeasuresTable,
  columns: () => areaMeasuresTable.columns,
  rows: {
    by: 'views',
    rows: (events, { session }, areas) =>
      areas.flatMap(({ area: { id, version, name, path, shape }, isPage, usualHeightPx }) => {
        const views = viewedPages(events, isPage);
        if (views.length === 0) return [];
        const { clicks, firstClickMs, hoverMs, inViewMs, gaze, unplaced } = areaReading(views, shape, usualHeightPx);
        const times = [firstClickMs ?? null, hoverMs ?? null, inViewMs ?? null];
        const looks = [
          gaze?.fixations ?? null,
          gaze?.dwellMs ?? null,
          gaze && gaze.pageMs > 0 ? gaze.dwellMs / gaze.pageMs : null,
          gaze?.firstMs ?? null,
        ];
        return [[session, id, version, name, path, views.length, clicks, ...times, ...looks, unplaced]];
      }),
  },
};
