import type { Migration } from './migration.ts';

const DURABLE = 'fsync_after_insert = 1, fsync_part_directory = 1, non_replicated_deduplication_window = 1000';

const BY_MONTH_OF_ARRIVAL = 'toYYYYMM(fromUnixTimestamp64Micro(toInt64(bitNot(version))))';

/** Fixations come by the thousand and are no step on anybody's way. */
const isLandmark = (event: string, dialect: string) =>
  `${dialect} = 'native' AND (${event}name = 'pageView' OR (${event}type = 'customEvent' AND ${event}name != 'gaze_fixation'))`;

const titleOf = (details: string) => `JSONExtractString(${details}, 'title')`;
const referrerOf = (details: string) => `domain(JSONExtractString(${details}, 'referrer'))`;

/**
 * The few events that a way through a site is made of, once more in a table of their own: what the tracker saw of page views and what
 * pages told of themselves, in columns as narrow as the questions. Ways, funnels and lists of pages read a twentieth of the events then.
 * The rows have the events' keys and versions, so that they are once by the same rule.
 *
 * `events` gets the same columns by name, so that a question takes the rest from there in the same words.
 */
export const landmarks: Migration = {
  number: 8,
  name: 'landmarks',
  statements: [
    `CREATE TABLE IF NOT EXISTS landmarks (
      flight LowCardinality(String),
      session UUID CODEC(ZSTD(3)),
      tab UUID CODEC(ZSTD(3)),
      sequence UInt32 CODEC(Delta, ZSTD(3)),
      name LowCardinality(String),
      at Int64 CODEC(Delta, ZSTD(3)),
      page LowCardinality(String) COMMENT 'path of the address',
      host LowCardinality(String),
      located Bool COMMENT 'whether there was an address',
      title String COMMENT 'of the details' CODEC(ZSTD(3)),
      referrerHost LowCardinality(String) COMMENT 'of the details: referrer',
      path LowCardinality(String) COMMENT 'of the details: path, else element',
      dialect LowCardinality(String) ALIAS 'native',
      isLandmark Bool ALIAS true,
      version UInt64 COMMENT 'as in events' CODEC(Delta, ZSTD(3))
    )
    ENGINE = ReplacingMergeTree(version)
    PARTITION BY ${BY_MONTH_OF_ARRIVAL}
    ORDER BY (flight, session, tab, sequence)
    SETTINGS ${DURABLE}`,

    `ALTER TABLE events
      ADD COLUMN IF NOT EXISTS host String ALIAS domain(url),
      ADD COLUMN IF NOT EXISTS located Bool ALIAS url != '',
      ADD COLUMN IF NOT EXISTS title String ALIAS ${titleOf('details')},
      ADD COLUMN IF NOT EXISTS referrerHost String ALIAS ${referrerOf('details')},
      ADD COLUMN IF NOT EXISTS isLandmark Bool ALIAS ${isLandmark('', 'dialect')}`,

    `CREATE MATERIALIZED VIEW IF NOT EXISTS incoming_landmarks TO landmarks AS
    SELECT
      batch.flight AS flight, batch.session AS session, batch.tab AS tab, event.sequence AS sequence, event.name AS name, event.at AS at,
      path(event.url) AS page, domain(event.url) AS host, event.url != '' AS located,
      if(event.name = 'pageView', ${titleOf('event.details')}, '') AS title, if(event.name = 'pageView', ${referrerOf('event.details')}, '') AS referrerHost,
      if(JSONExtractString(event.details, 'path') != '', JSONExtractString(event.details, 'path'), JSONExtractString(event.details, 'element')) AS path,
      bitNot(arrival) AS version
    FROM incoming ARRAY JOIN arrayFilter(each -> ${isLandmark('each.', 'batch.dialect')}, batch.events) AS event`,

    // What was stored before; again where a start was interrupted here, which changes nothing.
    `INSERT INTO landmarks (flight, session, tab, sequence, name, at, page, host, located, title, referrerHost, path, version)
    SELECT flight, session, tab, sequence, name, at, page, host, located,
      if(name = 'pageView', title, ''), if(name = 'pageView', referrerHost, ''), path, version
    FROM events WHERE isLandmark`,

    // Several processes may start at once, and each fills it: what is there twice by that is merged away here, not by and by.
    'OPTIMIZE TABLE landmarks FINAL',
  ],
};
