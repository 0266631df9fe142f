import type { Migration } from './migration.ts';

const DURABLE = 'fsync_after_insert = 1, fsync_part_directory = 1, non_replicated_deduplication_window = 1000';

/** Which states count as which kind of presence: each includes the ones after it. */
const LEVELS = {
  open: "state IN ('hidden', 'visible', 'focused', 'active')",
  visible: "state IN ('visible', 'focused', 'active')",
  focused: "state IN ('focused', 'active')",
  active: "state = 'active'",
};
const states = Object.entries(LEVELS)
  .map(([level, isOne]) => `intervalLengthSumStateIf(from, until, ${isOne}) AS ${level}`)
  .join(', ');

const interval = (at: string, details: string) => `
  ${at} AS until, JSONExtractString(${details}, 'state') AS state,
  until - toInt64(round(least(greatest(JSONExtractFloat(${details}, 'lengthMs'), 0), 1e12))) AS from`;

/**
 * How long each session was open, visible, focused and active, for lists. What is kept are unions of intervals: several tabs at a time count
 * once, and so does what is loaded twice. On the browser's own clock, which its tabs share and on which one tab's intervals touch: corrected
 * times differ a little from batch to batch.
 */
export const presenceTimes: Migration = {
  number: 6,
  name: 'presence-times',
  statements: [
    `CREATE TABLE IF NOT EXISTS presence_times (
      flight LowCardinality(String),
      session UUID,
      ${Object.keys(LEVELS)
        .map((level) => `${level} AggregateFunction(intervalLengthSum, Int64, Int64) CODEC(ZSTD(3))`)
        .join(', ')}
    )
    ENGINE = AggregatingMergeTree
    ORDER BY (flight, session)
    SETTINGS ${DURABLE}, index_granularity = 1024`,

    `CREATE MATERIALIZED VIEW IF NOT EXISTS incoming_presence TO presence_times AS
    SELECT flight, session, ${states}
    FROM (
      SELECT batch.flight AS flight, batch.session AS session, ${interval('event.wallAt', 'event.details')}
      FROM incoming ARRAY JOIN arrayFilter(each -> each.name = 'presence', batch.events) AS event
    )
    WHERE state != ''
    GROUP BY flight, session`,

    // What was stored before; again where a start was interrupted here, which changes no union.
    `INSERT INTO presence_times
    SELECT flight, session, ${states}
    FROM (SELECT flight, session, ${interval('at + wallAhead', 'details')} FROM events FINAL WHERE name = 'presence')
    WHERE state != ''
    GROUP BY flight, session`,
  ],
};
