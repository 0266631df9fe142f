import { SEGMENT_COLUMNS } from '../incoming.ts';
import type { Migration } from './migration.ts';

/*
 * Exactly once comes from keys, not from bookkeeping: whatever is loaded a second time, in whatever pieces, falls on the
 * same key. `events` and `recordings` keep the row that arrived first (`version` falls as `arrival` grows); `tabs` holds sets
 * of sequences and extremes, which a repetition does not change. Tokens of inserts spare that work in the usual case.
 *
 * A load is one insert into `incoming`, which stores nothing and hands each batch to the views below.
 */

/** Kept with its part before the insert is answered: the spool deletes the segment on the answer. */
const DURABLE = 'fsync_after_insert = 1, fsync_part_directory = 1, non_replicated_deduplication_window = 1000';

/** A load has one arrival, hence one partition and one part: it becomes visible as a whole. */
const BY_MONTH_OF_ARRIVAL = 'toYYYYMM(fromUnixTimestamp64Micro(toInt64(arrival)))';

/** What questions over many sessions ask of the details: columns of their own, read from the JSON once. */
const HOT_DETAILS =
  'Tuple(path String, element String, x Nullable(Float64), y Nullable(Float64), pageX Nullable(Float64), pageY Nullable(Float64), duration_ms Nullable(Float64))';

/**
 * The path is the longest text of most details and stands in a column already. It is lifted out where it stands verbatim, and a
 * control character, which JSON cannot hold, keeps its place: 6 of 29 B per event (bench/results.md).
 */
export const LIFTED = `multiIf(
  hot.path != '', replaceOne(event.details, concat('"path":"', hot.path, '"'), '\\x01'),
  hot.element != '', replaceOne(event.details, concat('"element":"', hot.element, '"'), '\\x02'),
  event.details)`;
export const RESTORED = `replaceOne(replaceOne(lifted, '\\x01', concat('"path":"', path, '"')), '\\x02', concat('"element":"', path, '"'))`;

/** Rows of `events` out of a load. */
export const eventRows = (lifted: string): string => `
  WITH JSONExtract(event.details, '${HOT_DETAILS}') AS hot
  SELECT
    batch.application AS application, batch.flight AS flight, batch.session AS session, batch.tab AS tab,
    event.sequence AS sequence, event.type AS type, event.name AS name,
    event.at AS at, event.wallAt - event.at AS wallAhead,
    accurateCastOrNull(round(event.monotonicAt * 1000), 'Int64') - event.at * 1000 AS monotonicAhead,
    event.epoch AS epoch, batch.receivedAt AS receivedAt, batch.offsetMs AS offsetMs, batch.offsetErrorMs AS offsetErrorMs,
    event.pageView AS pageView, event.url AS url, ${lifted} AS lifted, event.metadata AS metadata,
    event.applicationSpecificData AS applicationSpecificData, event.extra AS extra, batch.dialect AS dialect, arrival,
    if(hot.path != '', hot.path, hot.element) AS path,
    accurateCastOrNull(round(coalesce(hot.pageX, hot.x)), 'Int32') AS x,
    accurateCastOrNull(round(coalesce(hot.pageY, hot.y)), 'Int32') AS y,
    toFloat32(hot.duration_ms) AS durationMs
  FROM incoming ARRAY JOIN batch.events AS event`;

const NEVER = '9223372036854775807';

/** Events, recordings, what was refused, and the rollup of tabs. */
export const behaviour: Migration = {
  number: 1,
  name: 'behaviour',
  statements: [
    `CREATE TABLE IF NOT EXISTS incoming (${SEGMENT_COLUMNS}, arrival UInt64) ENGINE = Null`,

    `CREATE TABLE IF NOT EXISTS events (
      application LowCardinality(String),
      flight LowCardinality(String),
      session UUID,
      tab UUID,
      sequence UInt32 CODEC(Delta, ZSTD(3)),
      type LowCardinality(String),
      name LowCardinality(String),
      at Int64 CODEC(Delta, ZSTD(3)),
      wallAhead Int64 COMMENT 'wallAt - at' CODEC(Delta, ZSTD(3)),
      monotonicAhead Nullable(Int64) COMMENT 'monotonicAt - at, in microseconds' CODEC(Delta, ZSTD(3)),
      epoch UInt16 CODEC(ZSTD(3)),
      receivedAt Int64 CODEC(Delta, ZSTD(3)),
      offsetMs Nullable(Float64) CODEC(ZSTD(3)),
      offsetErrorMs Nullable(Float64) CODEC(ZSTD(3)),
      pageView Nullable(UUID) CODEC(ZSTD(3)),
      url String CODEC(ZSTD(3)),
      lifted String COMMENT 'the details without their path or element, which have a column' CODEC(ZSTD(3)),
      details String ALIAS ${RESTORED},
      metadata String CODEC(ZSTD(3)),
      applicationSpecificData String CODEC(ZSTD(3)),
      extra String CODEC(ZSTD(3)),
      dialect LowCardinality(String),
      arrival UInt64 COMMENT 'microseconds; the same for all rows of a load' CODEC(Delta, ZSTD(3)),
      version UInt64 MATERIALIZED bitNot(arrival) CODEC(Delta, ZSTD(3)),
      path LowCardinality(String) COMMENT 'of the details: path, else element',
      x Nullable(Int32) COMMENT 'of the details: from the page''s left edge, else the viewport''s' CODEC(ZSTD(3)),
      y Nullable(Int32) CODEC(ZSTD(3)),
      durationMs Nullable(Float32) COMMENT 'of the details: duration_ms' CODEC(ZSTD(3))
    )
    ENGINE = ReplacingMergeTree(version)
    PARTITION BY ${BY_MONTH_OF_ARRIVAL}
    ORDER BY (flight, session, tab, sequence)
    SETTINGS ${DURABLE}`,

    `CREATE TABLE IF NOT EXISTS recordings (
      flight LowCardinality(String),
      session UUID,
      tab UUID,
      sequence UInt32 CODEC(Delta, ZSTD(3)),
      at Int64 CODEC(Delta, ZSTD(3)),
      until Int64 CODEC(Delta, ZSTD(3)),
      receivedAt Int64 CODEC(Delta, ZSTD(3)),
      events String CODEC(ZSTD(3)),
      arrival UInt64 CODEC(Delta, ZSTD(3)),
      version UInt64 MATERIALIZED bitNot(arrival) CODEC(Delta, ZSTD(3))
    )
    ENGINE = ReplacingMergeTree(version)
    PARTITION BY ${BY_MONTH_OF_ARRIVAL}
    ORDER BY (flight, session, tab, sequence)
    SETTINGS ${DURABLE}, index_granularity = 64`,

    `CREATE TABLE IF NOT EXISTS refused (
      flight LowCardinality(String),
      session UUID,
      tab UUID,
      identity UInt64,
      sequence Nullable(UInt32),
      reason String CODEC(ZSTD(3)),
      body String CODEC(ZSTD(3)),
      receivedAt Int64,
      arrival UInt64,
      version UInt64 MATERIALIZED bitNot(arrival)
    )
    ENGINE = ReplacingMergeTree(version)
    ORDER BY (flight, session, tab, identity)
    SETTINGS ${DURABLE}`,

    `CREATE TABLE IF NOT EXISTS tabs (
      flight LowCardinality(String),
      session UUID,
      tab UUID,
      application SimpleAggregateFunction(max, LowCardinality(String)),
      sessionRef SimpleAggregateFunction(max, String),
      visitor SimpleAggregateFunction(max, Nullable(UUID)),
      dialect SimpleAggregateFunction(max, LowCardinality(String)),
      agent SimpleAggregateFunction(max, String),
      firstAt SimpleAggregateFunction(min, Int64) CODEC(ZSTD(3)),
      lastAt SimpleAggregateFunction(max, Int64) CODEC(ZSTD(3)),
      firstReceivedAt SimpleAggregateFunction(min, Int64) CODEC(ZSTD(3)),
      lastReceivedAt SimpleAggregateFunction(max, Int64) CODEC(ZSTD(3)),
      entry SimpleAggregateFunction(min, Tuple(at Int64, url String)) CODEC(ZSTD(3)),
      latest SimpleAggregateFunction(max, Tuple(at Int64, sequence UInt32, applicationSpecificData String)) CODEC(ZSTD(3)),
      stored AggregateFunction(groupBitmap, UInt32) CODEC(ZSTD(3)),
      clicks AggregateFunction(groupBitmap, UInt32) CODEC(ZSTD(3)),
      pageViews AggregateFunction(groupBitmap, UInt32) CODEC(ZSTD(3)),
      INDEX bySession session TYPE bloom_filter GRANULARITY 1
    )
    ENGINE = AggregatingMergeTree
    ORDER BY (flight, session, tab)
    SETTINGS ${DURABLE}, index_granularity = 1024`,

    `CREATE MATERIALIZED VIEW IF NOT EXISTS incoming_events TO events AS ${eventRows(LIFTED)}`,

    `CREATE MATERIALIZED VIEW IF NOT EXISTS incoming_recordings TO recordings AS
    SELECT
      batch.flight AS flight, batch.session AS session, batch.tab AS tab, recording.sequence AS sequence,
      recording.at AS at, recording.until AS until, batch.receivedAt AS receivedAt, recording.events AS events, arrival
    FROM incoming ARRAY JOIN batch.recordings AS recording`,

    // A numbered event is itself however often it comes; one without a number is told apart by when it came.
    `CREATE MATERIALIZED VIEW IF NOT EXISTS incoming_refused TO refused AS
    SELECT
      batch.flight AS flight, batch.session AS session, batch.tab AS tab,
      if(isNotNull(event.sequence), toUInt64(assumeNotNull(event.sequence)), bitOr(sipHash64(batch.receivedAt, place, event.body), bitShiftLeft(toUInt64(1), 63))) AS identity,
      event.sequence AS sequence, event.reason AS reason, event.body AS body, batch.receivedAt AS receivedAt, arrival
    FROM incoming ARRAY JOIN batch.refused AS event, arrayEnumerate(batch.refused) AS place`,

    // A batch's events are in order, so its ends are the candidates for a tab's: no event needs a row of its own here.
    `CREATE MATERIALIZED VIEW IF NOT EXISTS incoming_tabs TO tabs AS
    SELECT
      batch.flight AS flight, batch.session AS session, batch.tab AS tab,
      max(batch.application) AS application, max(batch.sessionRef) AS sessionRef, max(batch.visitor) AS visitor,
      max(batch.dialect) AS dialect, max(batch.agent) AS agent,
      min(if(empty(batch.events), ${NEVER}, arrayMin(batch.events.at))) AS firstAt,
      max(if(empty(batch.events), -${NEVER}, arrayMax(batch.events.at))) AS lastAt,
      min(batch.receivedAt) AS firstReceivedAt, max(batch.receivedAt) AS lastReceivedAt,
      min(if(entryUrl = '', (${NEVER}, ''), (batch.events.at[1], entryUrl))) AS entry,
      max(if(empty(batch.events), (-${NEVER}, toUInt32(0), '{}'),
        (batch.events.at[-1], batch.events.sequence[-1], batch.events.applicationSpecificData[-1]))) AS latest,
      groupBitmapArrayState(batch.events.sequence) AS stored,
      groupBitmapArrayState(arrayFilter((sequence, name) -> name = 'click', batch.events.sequence, batch.events.name)) AS clicks,
      groupBitmapArrayState(arrayFilter((sequence, name) -> name = 'pageView', batch.events.sequence, batch.events.name)) AS pageViews
    FROM (SELECT batch, arrayFirst(url -> url != '', batch.events.url) AS entryUrl FROM incoming)
    GROUP BY flight, session, tab`,
  ],
};
