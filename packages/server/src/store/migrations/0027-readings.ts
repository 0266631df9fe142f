import type { Migration } from './migration.ts';

const DURABLE = 'fsync_after_insert = 1, fsync_part_directory = 1, non_replicated_deduplication_window = 1000';

/**
 * How sessions read pages: a row for each session and page, as `metrics/src/heat/page-readings.ts` tells it, kept with the results of metrics. Maps of
 * scrolling and attention sum up rows instead of measuring sessions as they are asked for. `gathered` says for each flight up to which arrival all its
 * sessions are in here; those of which something came since are measured.
 */
export const readings: Migration = {
  number: 27,
  name: 'readings',
  statements: [
    `CREATE TABLE IF NOT EXISTS readings (
      flight LowCardinality(String),
      page LowCardinality(String) COMMENT 'path of the address',
      id UUID EPHEMERAL,
      session UInt64 DEFAULT sipHash64(id) COMMENT 'as in places' CODEC(ZSTD(3)),
      \`view.viewport\` Array(UInt32) COMMENT 'CSS pixels; 0: not known' CODEC(T64, ZSTD(3)),
      \`view.height\` Array(UInt32) COMMENT 'of the page; 0: nothing was scrolled' CODEC(T64, ZSTD(3)),
      \`view.reached\` Array(UInt8) COMMENT 'hundredths that its scrolling reached; 255: nothing was scrolled' CODEC(ZSTD(3)),
      \`rest.view\` Array(UInt32) COMMENT 'which of the views, from 1' CODEC(T64, ZSTD(3)),
      \`rest.top\` Array(Int32) CODEC(T64, ZSTD(3)),
      \`rest.viewport\` Array(UInt32) CODEC(T64, ZSTD(3)),
      \`rest.ms\` Array(UInt64) COMMENT 'for which it was seen' CODEC(T64, ZSTD(3)),
      \`element.path\` Array(LowCardinality(String)) CODEC(ZSTD(3)),
      \`element.rage\` Array(UInt32) CODEC(T64, ZSTD(3)),
      \`element.hoverMs\` Array(UInt64) CODEC(T64, ZSTD(3)),
      computedAt Int64 CODEC(ZSTD(3))
    )
    ENGINE = ReplacingMergeTree(computedAt)
    ORDER BY (flight, page, session)
    SETTINGS ${DURABLE}, index_granularity = 1024`,
  ],
};
