import { SEGMENT_COLUMNS } from '../incoming.ts';
import type { Migration } from './migration.ts';

/** A page's clock that is further off than this, in ms, says nothing about when a session was. */
const PLAUSIBLE_MS = 30 * 86_400_000;
const NEVER = '9223372036854775807';
const BATCH_COLUMN = SEGMENT_COLUMNS.slice(SEGMENT_COLUMNS.indexOf('batch Tuple'));
const DURABLE = 'fsync_after_insert = 1, fsync_part_directory = 1, non_replicated_deduplication_window = 1000';

/**
 * Recordings as our own tracker sends them: numbered apart from events, on a clock with an offset, compressed on the page, with the files
 * that their snapshots refer to; and the checkpoints that are worked out of them.
 */
export const recordings: Migration = {
  number: 3,
  name: 'recordings',
  statements: [
    `ALTER TABLE incoming MODIFY COLUMN ${BATCH_COLUMN}`,

    // What was there before came from the recording backend's calls.
    `ALTER TABLE recordings
      ADD COLUMN IF NOT EXISTS dialect LowCardinality(String) DEFAULT 'recording-backend',
      ADD COLUMN IF NOT EXISTS offsetMs Int64 CODEC(ZSTD(3)),
      ADD COLUMN IF NOT EXISTS count UInt32 CODEC(ZSTD(3)),
      ADD COLUMN IF NOT EXISTS snapshot Bool CODEC(ZSTD(3)),
      ADD COLUMN IF NOT EXISTS encoding LowCardinality(String) DEFAULT 'json',
      ADD COLUMN IF NOT EXISTS bytes UInt32 DEFAULT length(events) CODEC(ZSTD(3))`,

    // A chunk that is no base64 leaves an empty row: it must not fail the segment it came in.
    `ALTER TABLE incoming_recordings MODIFY QUERY
    SELECT
      batch.flight AS flight, batch.session AS session, batch.tab AS tab, recording.sequence AS sequence,
      recording.at AS at, recording.until AS until, batch.receivedAt AS receivedAt,
      if(recording.encoding = 'gzip', tryBase64Decode(recording.events), recording.events) AS events, arrival,
      batch.dialect AS dialect, recording.offsetMs AS offsetMs, recording.count AS count, recording.snapshot AS snapshot,
      if(recording.encoding = '', 'json', recording.encoding) AS encoding, length(events) AS bytes
    FROM incoming ARRAY JOIN batch.recordings AS recording`,

    `ALTER TABLE refused ADD COLUMN IF NOT EXISTS kind LowCardinality(String) DEFAULT 'event'`,

    // Chunks are numbered apart from events: their numbers stand in another range of identities.
    `ALTER TABLE incoming_refused MODIFY QUERY
    SELECT
      batch.flight AS flight, batch.session AS session, batch.tab AS tab,
      multiIf(
        isNotNull(event.sequence) AND event.kind = '', toUInt64(assumeNotNull(event.sequence)),
        isNotNull(event.sequence) AND event.kind = 'recording', bitOr(toUInt64(assumeNotNull(event.sequence)), bitShiftLeft(toUInt64(1), 62)),
        bitOr(bitShiftLeft(toUInt64(1), 63),
          if(batch.dialect = 'native', sipHash64(event.reason, event.body), sipHash64(batch.receivedAt, place, event.body)))) AS identity,
      event.sequence AS sequence, event.reason AS reason, event.body AS body, batch.receivedAt AS receivedAt, arrival,
      if(event.kind = '', 'event', event.kind) AS kind
    FROM incoming ARRAY JOIN batch.refused AS event, arrayEnumerate(batch.refused) AS place`,

    // Named by its bytes: the same file of many sessions becomes one row when parts merge.
    `CREATE TABLE IF NOT EXISTS assets (
      flight LowCardinality(String),
      hash FixedString(64),
      contentType LowCardinality(String),
      url String CODEC(ZSTD(3)),
      encoding LowCardinality(String) COMMENT 'gzip, or empty: of the body',
      body String CODEC(ZSTD(1)),
      arrival UInt64,
      version UInt64 MATERIALIZED bitNot(arrival)
    )
    ENGINE = ReplacingMergeTree(version)
    ORDER BY (flight, hash)
    SETTINGS ${DURABLE}, index_granularity = 16`,

    `CREATE MATERIALIZED VIEW IF NOT EXISTS incoming_assets TO assets AS
    SELECT
      batch.flight AS flight, asset.hash AS hash, asset.contentType AS contentType, asset.url AS url,
      if(asset.encoding = 'gzip', 'gzip', '') AS encoding, tryBase64Decode(asset.data) AS body, arrival
    FROM incoming ARRAY JOIN batch.assets AS asset`,

    `CREATE TABLE IF NOT EXISTS asset_uses (
      flight LowCardinality(String),
      session UUID,
      hash FixedString(64),
      arrival UInt64,
      version UInt64 MATERIALIZED bitNot(arrival)
    )
    ENGINE = ReplacingMergeTree(version)
    ORDER BY (flight, session, hash)
    SETTINGS ${DURABLE}`,

    `CREATE MATERIALIZED VIEW IF NOT EXISTS incoming_asset_uses TO asset_uses AS
    SELECT batch.flight AS flight, batch.session AS session, asset.hash AS hash, arrival
    FROM incoming ARRAY JOIN batch.assets AS asset`,

    `CREATE TABLE IF NOT EXISTS checkpoints (
      flight LowCardinality(String),
      session UUID,
      tab UUID,
      place UInt64 COMMENT 'of the last chunk it holds',
      chunks UInt32 COMMENT 'of the tab up to there; another number means that one came late',
      at Int64 COMMENT 'of that chunk''s last event, on the page''s clock' CODEC(ZSTD(3)),
      offsetMs Int64 CODEC(ZSTD(3)),
      events String COMMENT 'rrweb events that show the page as it was; empty where only the views count' CODEC(ZSTD(3)),
      views String COMMENT 'sizes and addresses since the checkpoint before' CODEC(ZSTD(3)),
      madeAt Int64
    )
    ENGINE = ReplacingMergeTree(madeAt)
    ORDER BY (flight, session, tab, place)
    SETTINGS ${DURABLE}, index_granularity = 4`,

    `ALTER TABLE incoming_tabs MODIFY QUERY ${tabRows()}`,
  ],
};

/** What a load's batches tell of tabs. A batch without events gives its tab the time of what it recorded, unless that is no time at all. */
export function tabRows({ more = '', given = '' } = {}): string {
  return `
  SELECT
    batch.flight AS flight, batch.session AS session, batch.tab AS tab,
    max(batch.application) AS application, max(batch.sessionRef) AS sessionRef, max(batch.visitor) AS visitor,
    max(batch.dialect) AS dialect, max(batch.agent) AS agent,
    min(multiIf(notEmpty(batch.events), arrayMin(batch.events.at), notEmpty(recorded), arrayMin(recorded), ${NEVER})) AS firstAt,
    max(multiIf(notEmpty(batch.events), arrayMax(batch.events.at), notEmpty(recorded), arrayMax(recorded), -${NEVER})) AS lastAt,
    min(batch.receivedAt) AS firstReceivedAt, max(batch.receivedAt) AS lastReceivedAt,
    min(if(entryUrl = '', (${NEVER}, ''), (batch.events.at[1], entryUrl))) AS entry,
    max(if(empty(batch.events), (-${NEVER}, toUInt32(0), '{}'),
      (batch.events.at[-1], batch.events.sequence[-1], batch.events.applicationSpecificData[-1]))) AS latest,
    groupBitmapArrayState(batch.events.sequence) AS stored,
    groupBitmapArrayState(arrayFilter((sequence, name) -> name = 'click', batch.events.sequence, batch.events.name)) AS clicks,
    groupBitmapArrayState(arrayFilter((sequence, name) -> name = 'pageView', batch.events.sequence, batch.events.name)) AS pageViews${more}
  FROM (
    SELECT batch, ${given}arrayFirst(url -> url != '', batch.events.url) AS entryUrl,
      arrayFilter(time -> abs(time - batch.receivedAt) < ${PLAUSIBLE_MS}, arrayConcat(
        arrayMap((at, offset) -> at + offset, batch.recordings.at, batch.recordings.offsetMs),
        arrayMap((until, offset) -> until + offset, batch.recordings.until, batch.recordings.offsetMs))) AS recorded
    FROM incoming
  )
  GROUP BY flight, session, tab`;
}
