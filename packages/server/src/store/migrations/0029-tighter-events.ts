import { eventRows, LIFTED, RESTORED } from './0001-behaviour.ts';
import type { Migration } from './migration.ts';

/** A place on the page as the tracker writes it; columns `x` and `y` have it. */
const placeOf = (x: string, y: string) => `concat('"pageX":', toString(${x}), ',"pageY":', toString(${y}))`;

/** The place is lifted out of what is left of the details where it stands verbatim, as their path is. Where there is none, what is looked for is in no JSON. */
const LIFTED_PLACE = `replaceOne(${LIFTED}, ifNull(${placeOf('x', 'y')}, '\\x03'), '\\x03')`;

/** What `lifted` was before its place was lifted out. */
export const PLACE_RESTORED = `replaceOne(lifted, '\\x03', ${placeOf('assumeNotNull(x)', 'assumeNotNull(y)')})`;

/**
 * A sixth off what an event takes, measured by the column (bench/results.md): ids that stand in order, and times that are the same for a batch, pack better by
 * ZSTD alone, places in few bits; and a place of the page, which has columns, is taken out of the details. For parts that are written from now on.
 */
export const tighterEvents: Migration = {
  number: 29,
  name: 'tighter-events',
  statements: [
    `ALTER TABLE events
      MODIFY COLUMN session CODEC(ZSTD(1)), MODIFY COLUMN tab CODEC(ZSTD(1)), MODIFY COLUMN name CODEC(ZSTD(1)),
      MODIFY COLUMN lifted CODEC(ZSTD(5)),
      MODIFY COLUMN receivedAt CODEC(ZSTD(3)), MODIFY COLUMN arrival CODEC(ZSTD(3)), MODIFY COLUMN version CODEC(ZSTD(3)),
      MODIFY COLUMN x CODEC(T64, ZSTD(3)), MODIFY COLUMN y CODEC(T64, ZSTD(3))`,

    `ALTER TABLE events MODIFY COLUMN details String ALIAS ${RESTORED.replace('lifted', PLACE_RESTORED)}`,

    `ALTER TABLE incoming_events MODIFY QUERY ${eventRows(LIFTED_PLACE)}`,

    `ALTER TABLE tabs MODIFY COLUMN agent CODEC(ZSTD(3))`,

    `ALTER TABLE places MODIFY COLUMN since CODEC(ZSTD(3)), MODIFY COLUMN until CODEC(ZSTD(3))`,
  ],
};
