import { AreaMeasure, NewArea } from '../api/areas.ts';
import { SessionIdSchema } from '../ids.ts';
import { column, columnOf } from './column.ts';
import type { ExportTable } from './table.ts';

const { area, version, name, views, clicks, fixations, fixationsUnplaced } = AreaMeasure.properties;

const ms = (called: string, meaning: string) => column(called, 'number', meaning, { unit: 'ms', nullable: true });

/** Areas of interest, session by session: what the console's table of areas is put together from. */
export const areaMeasuresTable: ExportTable = {
  name: 'area_measures',
  meaning: 'One area of interest, in its newest version, in one session that saw the area’s page.',
  key: ['session', 'area'],
  columns: [
    columnOf('session', SessionIdSchema),
    columnOf('area', area),
    columnOf('version', version),
    columnOf('name', name),
    columnOf('path', NewArea.properties.path),
    columnOf('views', views, { unit: 'count', meaning: 'The session’s views of the page.' }),
    columnOf('clicks', clicks, { unit: 'count' }),
    ms('firstClickMs', 'From the beginning of the page view to its first click in the area; empty without one.'),
    ms('hoverMs', 'Time the cursor was in the area; empty where no cursor was recorded.'),
    ms(
      'inViewMs',
      'Time the area was in view: half of it, or half of the viewport; empty where that is not known. Where a view does not tell how high the page is, the median of the newest 2,000 sessions of the export stands in.',
    ),
    columnOf('fixations', fixations, {
      unit: 'count',
      nullable: true,
      meaning: 'Fixations in the area; empty where the session has none on the page at all.',
    }),
    ms('dwellMs', 'Time of fixations in the area; empty where the session has none on the page at all.'),
    column(
      'dwellShare',
      'number',
      'Time of fixations in the area, as a share of the time of all of the session on the page; empty where that is none.',
      { unit: 'share', nullable: true },
    ),
    ms(
      'firstFixationMs',
      'From the beginning of the page view to the first fixation in the area; empty where there was none (censored, not 0).',
    ),
    columnOf('fixationsUnplaced', fixationsUnplaced, { unit: 'count' }),
  ],
};
