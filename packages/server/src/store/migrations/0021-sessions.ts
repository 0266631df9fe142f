import { tabRows } from './0003-recordings.ts';
import type { Migration } from './migration.ts';

const DURABLE = 'fsync_after_insert = 1, fsync_part_directory = 1';

/**
 * Sessions as they were when nothing came of them any more, a row each, in columns as narrow as lists and panels ask: putting a hundred thousand
 * together out of their tabs takes ten times as long as reading them. `tabs` tells with which load something came last: what came since a flight's
 * sessions were folded (a row with the nil id tells up to where) is put together as it is asked for (`store/session-table.ts`).
 *
 * A load that is repeated must say so in `tabs` whatever a crash left there; its rows do not mind repetitions.
 */
export const sessions: Migration = {
  number: 21,
  name: 'sessions',
  statements: [
    `CREATE TABLE IF NOT EXISTS sessions (
      flight LowCardinality(String),
      session UUID CODEC(ZSTD(3)),
      upTo UInt64 COMMENT 'the last arrival that is in it' CODEC(Delta, ZSTD(3)),
      ref String CODEC(ZSTD(3)),
      visitor Nullable(UUID) CODEC(ZSTD(3)),
      dialect LowCardinality(String),
      agent LowCardinality(String) CODEC(ZSTD(3)),
      startedAt Int64 CODEC(ZSTD(3)),
      durationMs Int64 CODEC(ZSTD(3)),
      receivedAfterMs Int64 COMMENT 'since what happened last' CODEC(ZSTD(3)),
      arrivedAfterMs Int64 COMMENT 'since it started' CODEC(ZSTD(3)),
      entryUrl String CODEC(ZSTD(3)),
      data String COMMENT 'application-specific data it ended with' CODEC(ZSTD(3)),
      events UInt32 CODEC(ZSTD(3)),
      clicks UInt32 CODEC(ZSTD(3)),
      pageViews UInt32 CODEC(ZSTD(3)),
      tabs UInt32 CODEC(ZSTD(3)),
      openMs Nullable(Int64) COMMENT 'null where it never told its presence' CODEC(ZSTD(3)),
      hiddenMs Int64 COMMENT 'of openMs' CODEC(ZSTD(3)),
      unfocusedMs Int64 COMMENT 'of the rest' CODEC(ZSTD(3)),
      idleMs Int64 COMMENT 'of the rest' CODEC(ZSTD(3)),
      cameFrom LowCardinality(String) COMMENT 'host that led to its first page, if another than that page''s' CODEC(ZSTD(3)),
      wayNames Array(LowCardinality(String)) COMMENT 'its landmarks in order' CODEC(ZSTD(3)),
      wayPages Array(LowCardinality(String)) CODEC(ZSTD(3)),
      wayTitles Array(LowCardinality(String)) CODEC(ZSTD(3)),
      wayLocated Array(Bool) CODEC(ZSTD(3)),
      wayAt Array(Int64) CODEC(Delta, ZSTD(3)),
      wayStayMs Array(Int64) COMMENT 'of page views: until the tab''s next one, or its end' CODEC(ZSTD(3))
    )
    ENGINE = ReplacingMergeTree(upTo)
    ORDER BY (flight, session)
    SETTINGS ${DURABLE}, index_granularity = 1024`,

    `ALTER TABLE tabs ADD COLUMN IF NOT EXISTS arrival SimpleAggregateFunction(max, UInt64) COMMENT 'of the last load' CODEC(ZSTD(3))`,

    'ALTER TABLE tabs MODIFY SETTING non_replicated_deduplication_window = 0',

    `ALTER TABLE incoming_tabs MODIFY QUERY ${tabRows({ more: ', max(load) AS arrival', given: 'arrival AS load, ' })}`,
  ],
};
