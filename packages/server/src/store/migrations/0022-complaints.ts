import type { Migration } from './migration.ts';

const DURABLE = 'fsync_after_insert = 1, fsync_part_directory = 1, non_replicated_deduplication_window = 1000';

const BY_MONTH_OF_ARRIVAL = 'toYYYYMM(fromUnixTimestamp64Micro(toInt64(bitNot(version))))';

/** Less is how estimates of a clock differ: the bound of the metric `clock_jumps`. */
const LEAST_JUMP_MS = 250;

/** The text is looked through first: reading JSON takes longest, and of a hundred clicks none complains. */
const isComplaint = (event: string, text: string) => `(${event}name = 'trackerFailed'
  OR (${event}name = 'outboxChanged' AND JSONExtractInt(${event}details, 'dropped') > 0)
  OR (${event}name = 'presence' AND position(${text}, '"jumpMs"') > 0 AND abs(JSONExtractFloat(${event}details, 'jumpMs')) >= ${LEAST_JUMP_MS})
  OR (${event}name = 'click' AND position(${text}, '"trusted"') > 0 AND position(${text}, 'false') > 0
    AND JSONExtractRaw(${event}details, 'trusted') = 'false'))`;

const droppedOf = (event: string) => `if(${event}name = 'outboxChanged', JSONExtractUInt(${event}details, 'dropped'), 0)`;

/**
 * What trackers complain of, once more in a table of its own: failures, events that were dropped, clocks that jumped, clicks that nobody made. There
 * are few, and who asks for them would read the details of a quarter of all events. The rows have the events' keys and versions.
 */
export const complaints: Migration = {
  number: 22,
  name: 'complaints',
  statements: [
    `CREATE TABLE IF NOT EXISTS complaints (
      flight LowCardinality(String),
      session UUID CODEC(ZSTD(3)),
      tab UUID CODEC(ZSTD(3)),
      sequence UInt32 CODEC(Delta, ZSTD(3)),
      name LowCardinality(String) COMMENT 'of the event',
      dropped UInt64 CODEC(ZSTD(3)),
      version UInt64 COMMENT 'as in events' CODEC(Delta, ZSTD(3))
    )
    ENGINE = ReplacingMergeTree(version)
    PARTITION BY ${BY_MONTH_OF_ARRIVAL}
    ORDER BY (flight, session, tab, sequence)
    SETTINGS ${DURABLE}`,

    `CREATE MATERIALIZED VIEW IF NOT EXISTS incoming_complaints TO complaints AS
    SELECT batch.flight AS flight, batch.session AS session, batch.tab AS tab, event.sequence AS sequence, event.name AS name,
      ${droppedOf('event.')} AS dropped, bitNot(arrival) AS version
    FROM incoming ARRAY JOIN arrayFilter(each -> ${isComplaint('each.', 'each.details')}, batch.events) AS event`,

    // What was stored before; again where a start was interrupted here, which changes nothing.
    `INSERT INTO complaints
    SELECT flight, session, tab, sequence, name, ${droppedOf('')} AS dropped, version
    FROM events PREWHERE name IN ('trackerFailed', 'outboxChanged', 'presence', 'click') WHERE ${isComplaint('', 'lifted')}`,
  ],
};
