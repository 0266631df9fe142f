import type { Migration } from './migration.ts';

const COUNTS = [
  'unnumberedTabs',
  'unnumbered',
  'refused',
  'tabsIncomplete',
  'recordings',
  'recordingsIncomplete',
  'trackerFailures',
  'clockJumps',
  'untrustedClicks',
];

/**
 * What funnels with a click and the quality board ask of sessions is folded with the rest: looking for it among all events took longer than everything else. Of
 * a session that came whole all but the clicks are zeros. Sessions are folded again from the start; until then they are put together as they are asked for.
 */
export const clicksAndLosses: Migration = {
  number: 26,
  name: 'clicks-and-losses',
  statements: [
    `ALTER TABLE sessions
      ADD COLUMN IF NOT EXISTS \`click.name\` Array(LowCardinality(String)) CODEC(ZSTD(3)),
      ADD COLUMN IF NOT EXISTS \`click.path\` Array(LowCardinality(String)) CODEC(ZSTD(3)),
      ADD COLUMN IF NOT EXISTS \`click.after\` Array(Int64) COMMENT 'ms since the one before, of the first since startedAt' CODEC(T64, ZSTD(3)),
      ADD COLUMN IF NOT EXISTS \`click.place\` Array(UInt32) COMMENT 'landmarks of the way that come before it' CODEC(T64, ZSTD(3)),
      ${COUNTS.map((column) => `ADD COLUMN IF NOT EXISTS ${column} UInt32 CODEC(ZSTD(3))`).join(', ')},
      ADD COLUMN IF NOT EXISTS expectedMore Int64 COMMENT 'numbered events beyond those that are stored' CODEC(ZSTD(3)),
      ADD COLUMN IF NOT EXISTS missing Int64 CODEC(ZSTD(3)),
      ADD COLUMN IF NOT EXISTS chunksMissing Int64 CODEC(ZSTD(3)),
      ADD COLUMN IF NOT EXISTS dropped UInt64 CODEC(ZSTD(3))`,

    'TRUNCATE TABLE sessions',
  ],
};
