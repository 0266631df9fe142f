import { cameOfTabs } from './came-of-tabs.ts';

/** What came of a session and what did not, and what its trackers complained of. */
export const LOSS_COLUMNS = [
  'unnumberedTabs',
  'expected',
  'stored',
  'unnumbered',
  'refused',
  'missing',
  'tabsIncomplete',
  'recordings',
  'recordingsIncomplete',
  'chunksMissing',
  'trackerFailures',
  'dropped',
  'clockJumps',
  'untrustedClicks',
] as const;
export type LossColumn = (typeof LOSS_COLUMNS)[number];

/** A table of that, a row by session; `which` is a condition on flight and session. */
export const sessionLosses = (which: string): string => `(
  SELECT * FROM (${ofTabs(which)}) AS tabs
  LEFT JOIN (${ofRecordings(which)}) AS recordings USING (session)
  LEFT JOIN (${told(which)}) AS told USING (session))`;

/** Events that were numbered, came, and did not. */
const ofTabs = (where: string): string => `
  SELECT session, countIf(NOT isNumbered) AS unnumberedTabs, sumIf(numbers, isNumbered) AS expected,
    sumIf(kept, isNumbered) AS stored, sumIf(kept, NOT isNumbered) AS unnumbered, sum(aside) AS refused,
    sumIf(numbers - here, isNumbered) AS missing, countIf(isNumbered AND numbers > here) AS tabsIncomplete
  FROM (SELECT session, isNumbered, expected AS numbers, toInt64(arrived) AS here, stored AS kept, refused AS aside FROM (${cameOfTabs(where)}))
  GROUP BY session`;

/** Chunks that came and did not. A refused chunk came; one that the tracker says it lost was to come, even at the very end. */
const ofRecordings = (where: string): string => `
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
  ) GROUP BY session`;

/** What the tracker itself complains of. */
const told = (where: string): string => `
  SELECT session, countIf(name = 'trackerFailed') AS trackerFailures, sum(dropped) AS dropped, countIf(name = 'presence') AS clockJumps,
    countIf(name = 'click') AS untrustedClicks
  FROM complaints FINAL WHERE ${where} GROUP BY session`;
