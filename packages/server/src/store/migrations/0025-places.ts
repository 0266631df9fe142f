import { ELEMENT_PLACES } from './0005-heat.ts';
import type { Migration } from './migration.ts';

const DURABLE = 'fsync_after_insert = 1, fsync_part_directory = 1';

/** Arrays of one length, which have it once on the disk because of the dot. */
const placesOf = (kind: string): string => `
      \`${kind}.path\` Array(LowCardinality(String)) CODEC(ZSTD(3)),
      \`${kind}.within\` Array(UInt32) COMMENT 'cell of the element; 0: not known' CODEC(T64, ZSTD(3)),
      \`${kind}.column\` Array(Int32) COMMENT 'cell of the page' CODEC(T64, ZSTD(3)),
      \`${kind}.row\` Array(Int32) CODEC(T64, ZSTD(3))`;

/**
 * Where on a page a session clicked, moved and looked: a row where `events` has hundreds, for maps of a million places. Rows are gathered in the
 * background (`store/gather-places.ts`) from the events that came after `since` and not after `until`; `gathered` says how far that went, and what
 * came since is read from `events`.
 *
 * What of places in elements stood in columns of `events` is worked out of the details now, when it is gathered: that is taken off the loader, and 4 B off a click's
 * bytes. `at` packed tighter gives back what the new table takes, for parts that are written from now on.
 */
export const places: Migration = {
  number: 25,
  name: 'places',
  statements: [
    `CREATE TABLE IF NOT EXISTS places (
      flight LowCardinality(String),
      page LowCardinality(String) COMMENT 'path of the address',
      session UInt64 COMMENT 'sipHash64 of its id: half of a row of few places would be the id' CODEC(ZSTD(3)),
      since UInt64 CODEC(Delta, ZSTD(3)),
      until UInt64 CODEC(Delta, ZSTD(3)),
      views UInt32 COMMENT 'events pageView; 0 where the client tells none' CODEC(ZSTD(3)),${['click', 'move', 'gaze'].map(placesOf).join(',')},
      \`gaze.ms\` Array(Float32) CODEC(ZSTD(3))
    )
    ENGINE = ReplacingMergeTree(until)
    ORDER BY (flight, page, session, since)
    SETTINGS ${DURABLE}, index_granularity = 1024`,

    `CREATE TABLE IF NOT EXISTS gathered (what LowCardinality(String), until UInt64)
    ENGINE = ReplacingMergeTree(until)
    ORDER BY what
    SETTINGS ${DURABLE}`,

    `ALTER TABLE events ${ELEMENT_PLACES.map(([column]) => `DROP COLUMN IF EXISTS ${column}`).join(', ')}`,
    `ALTER TABLE events ${ELEMENT_PLACES.map(([column, worked]) => `ADD COLUMN IF NOT EXISTS ${column} Nullable(UInt16) ALIAS ${worked}`).join(', ')},
      MODIFY COLUMN at CODEC(Delta, T64, ZSTD(3))`,
  ],
};
