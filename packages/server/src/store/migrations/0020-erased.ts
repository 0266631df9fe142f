import type { Migration } from './migration.ts';

/** Which sessions were erased, by a hash that tells nobody which: what still comes of one, from a browser that was offline, is not stored again. */
export const erased: Migration = {
  number: 20,
  name: 'erased',
  statements: [
    `CREATE TABLE IF NOT EXISTS erased (
      flight LowCardinality(String),
      session UInt64 COMMENT 'sipHash64 of its id',
      erasedAt Int64
    )
    ENGINE = ReplacingMergeTree(erasedAt)
    ORDER BY (flight, session)
    SETTINGS fsync_after_insert = 1, fsync_part_directory = 1`,
  ],
};
