import type { Migration } from './migration.ts';

const DURABLE = 'fsync_after_insert = 1, fsync_part_directory = 1, non_replicated_deduplication_window = 1000';

/** What rules yield when they are applied to sessions afterwards: events that never stand among the recorded ones, and a line for each session done. */
export const derived: Migration = {
  number: 7,
  name: 'derived',
  statements: [
    `CREATE TABLE IF NOT EXISTS derived (
      flight LowCardinality(String),
      rule LowCardinality(String),
      ruleVersion UInt32,
      session UUID,
      ordinal UInt32,
      tab UUID,
      name LowCardinality(String),
      at Int64 CODEC(Delta, ZSTD(3)),
      url String CODEC(ZSTD(3)),
      details String CODEC(ZSTD(3)),
      metadata String CODEC(ZSTD(3)),
      basis LowCardinality(String),
      derivedAt Int64
    )
    ENGINE = ReplacingMergeTree(derivedAt)
    ORDER BY (flight, rule, ruleVersion, session, ordinal)
    SETTINGS ${DURABLE}`,

    `CREATE TABLE IF NOT EXISTS derived_sessions (
      flight LowCardinality(String),
      rule LowCardinality(String),
      ruleVersion UInt32,
      session UUID,
      events UInt32,
      undecided UInt32,
      basis LowCardinality(String),
      problems Array(String),
      seenAt Int64 COMMENT 'when the session was last heard of as it was done',
      derivedAt Int64
    )
    ENGINE = ReplacingMergeTree(derivedAt)
    ORDER BY (flight, rule, ruleVersion, session)
    SETTINGS ${DURABLE}`,
  ],
};
