import type { Dialect } from '@sightline/protocol';

/** Dialects whose clients number their events without gaps, so that a hole is a loss. */
const NUMBERED: Record<Dialect, boolean> = { native: true, logui: false, 'recording-backend': false, unt: false };

const NUMBERED_DIALECTS = Object.entries(NUMBERED).flatMap(([dialect, numbered]) => (numbered ? [`'${dialect}'`] : []));

/**
 * What came of tabs, as a query: the one definition of what is expected and missing. A refused event came too, so its number is
 * not missing; an unnumbered one counts as refused and no more.
 */
export const cameOfTabs = (where: string) => `
  SELECT
    flight, session, tab, firstReceivedAt, dialect IN (${NUMBERED_DIALECTS.join(', ')}) AS isNumbered,
    bitmapOr(kept, bitmapBuild(refusedSequences)) AS came, bitmapCardinality(came) AS arrived,
    if(arrived = 0, 0, toInt64(bitmapMax(came)) + 1) AS expected, bitmapCardinality(kept) AS stored, refused
  FROM (
    SELECT flight, session, tab, max(dialect) AS dialect, min(firstReceivedAt) AS firstReceivedAt, groupBitmapMergeState(stored) AS kept
    FROM tabs WHERE ${where} GROUP BY flight, session, tab
  ) AS rollup
  LEFT JOIN (
    SELECT flight, session, tab, count() AS refused, groupUniqArray(sequence) AS refusedSequences
    FROM refused FINAL WHERE kind = 'event' AND ${where} GROUP BY flight, session, tab
  ) AS aside USING flight, session, tab`;
