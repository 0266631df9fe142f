import { cameOfTabs } from './came-of-tabs.ts';

/** What the quality of sessions is told from, each a query with a row by session; `where` is a condition on flight and session. */
export const qualitySources = (where: string) => ({
  /** Events that were numbered, came, and did not. */
  tabs: `
    SELECT session, count() AS tabs, countIf(isNumbered) AS numberedTabs, sumIf(numbers, isNumbered) AS expected,
      sumIf(kept, isNumbered) AS stored, sumIf(kept, NOT isNumbered) AS unnumbered, sum(aside) AS refused,
      sumIf(numbers - here, isNumbered) AS missing, countIf(isNumbered AND numbers > here) AS tabsIncomplete
    FROM (SELECT session, isNumbered, expected AS numbers, toInt64(arrived) AS here, stored AS kept, refused AS aside FROM (${cameOfTabs(where)}))
    GROUP BY session`,

  /** Chunks that came and did not. A refused chunk came; one that the tracker says it lost was to come, even at the very end. */
  recordings: `
    SELECT session, count() AS recordings, countIf(gone > 0) AS recordingsIncomplete, sum(gone) AS chunksMissing FROM (
      SELECT session, tab, max(number) + 1 - toInt64(uniqExactIf(number, came)) AS gone FROM (
        SELECT session, tab, toInt64(sequence) AS number, true AS came FROM recordings FINAL WHERE dialect = 'native' AND ${where}
        UNION ALL
        SELECT session, tab, toInt64(assumeNotNull(sequence)) AS number, true AS came FROM refused FINAL
        WHERE kind = 'recording' AND isNotNull(sequence) AND ${where}
        UNION ALL
        SELECT session, tab, lost.2 AS number, false AS came
        FROM (SELECT session, tab, details FROM events FINAL PREWHERE ${where} AND name = 'recordingChanged')
        ARRAY JOIN JSONExtract(details, 'missing', 'Array(Tuple(\`from\` Int64, \`to\` Int64))') AS lost
        WHERE lost.2 >= lost.1
      ) GROUP BY session, tab
    ) GROUP BY session`,

  /** What the tracker itself complains of. */
  told: `
    SELECT session, countIf(name = 'trackerFailed') AS trackerFailures, sum(dropped) AS dropped, countIf(name = 'presence') AS clockJumps,
      countIf(name = 'click') AS untrustedClicks
    FROM complaints FINAL WHERE ${where} GROUP BY session`,

  /** Flags of sessions that were measured with all their events. */
  flags: `
    SELECT session, arraySort(groupArrayIf(part, kind = 'flag' AND value > 0)) AS flags, toUInt8(countIf(kind = '') > 0) AS measured
    FROM results FINAL
    WHERE metric = 'quality_flags' AND version = {flagsVersion:UInt16} AND parameters = {flagsParameters:String} AND amount = 'rows'
      AND (session, eventsSeen) IN (SELECT session, eventsSeen FROM measured FINAL WHERE flight = {flight:String}) AND ${where}
    GROUP BY session`,
});
