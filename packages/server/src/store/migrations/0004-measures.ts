import type { Migration } from './migration.ts';

const DURABLE = 'fsync_after_insert = 1, fsync_part_directory = 1, non_replicated_deduplication_window = 1000';

/**
 * What metrics gave for sessions, kept under their definition's version and parameters: a row for each number of a session or of a
 * part of it. A session measured again replaces its rows. They lie by metric, because that is how they are asked for.
 */
export const measures: Migration = {
  number: 4,
  name: 'measures',
  statements: [
    `CREATE TABLE IF NOT EXISTS results (
      flight LowCardinality(String),
      metric LowCardinality(String),
      version UInt16,
      parameters LowCardinality(String) COMMENT 'hash of all parameters, defaults included',
      amount LowCardinality(String) COMMENT 'column of the metric''s table; empty for its one value',
      kind LowCardinality(String) COMMENT 'what parts are: page, element …; empty for the whole session',
      part String CODEC(ZSTD(3)),
      session UUID CODEC(ZSTD(3)),
      value Nullable(Float64) CODEC(ZSTD(3)),
      eventsSeen UInt32 CODEC(Delta, ZSTD(3)),
      computedAt Int64 CODEC(Delta, ZSTD(3))
    )
    ENGINE = ReplacingMergeTree(computedAt)
    ORDER BY (flight, metric, version, parameters, amount, kind, session, part)
    SETTINGS ${DURABLE}`,

    `CREATE TABLE IF NOT EXISTS measured (
      flight LowCardinality(String),
      session UUID CODEC(ZSTD(3)),
      definitions LowCardinality(String) COMMENT 'which set of definitions its results are of',
      eventsSeen UInt32 CODEC(ZSTD(3)),
      computedAt Int64 CODEC(Delta, ZSTD(3))
    )
    ENGINE = ReplacingMergeTree(computedAt)
    ORDER BY (flight, session)
    SETTINGS ${DURABLE}`,

    `CREATE TABLE IF NOT EXISTS definitions (
      hash String,
      members Array(String) COMMENT 'name@version and the hash of its parameters',
      noted DateTime DEFAULT now()
    )
    ENGINE = ReplacingMergeTree
    ORDER BY hash
    SETTINGS ${DURABLE}`,
  ],
};
