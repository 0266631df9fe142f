import { SessionIdSchema } from '../ids.ts';
import { column, columnOf } from './column.ts';
import type { ExportTable } from './table.ts';

const session = columnOf('session', SessionIdSchema);

/** Every value of every metric, a row each. */
export const metricsLongTable: ExportTable = {
  name: 'metrics_long',
  meaning: 'One value of one metric of one session; a metric that is a table has a row for each of its cells.',
  key: ['session', 'metric', 'row', 'field'],
  columns: [
    session,
    column('metric', 'text', 'The definition’s `name@version`; the codebook has its words, unit and parameters.'),
    column('row', 'integer', 'Of a metric that is a table: its row, counted from 1; empty where the metric is one value.', {
      nullable: true,
    }),
    column('field', 'text', 'Of a metric that is a table: its column; empty where the metric is one value.'),
    column('value', 'number', 'The value where it is a number; yes and no are 1 and 0. Empty where it cannot be told, or is a text.', {
      nullable: true,
    }),
    column('text', 'text', 'The value where it is a text or a list (as JSON).', { nullable: true }),
    column('unit', 'text', 'The unit of the value; empty for what has none, such as names.'),
  ],
};

/** Every metric that is one value, a column each. */
export const metricsWideTable: ExportTable = {
  name: 'metrics_wide',
  meaning: 'One session with every metric that is a single value.',
  key: ['session'],
  columns: [session],
  more: 'A column for each metric that is one value, named after its definition: `rage_clicks.seed@1` is `rage_clicks_seed_1`.',
};
