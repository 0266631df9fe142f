/** Flags of sessions that were measured with all their events, a row by session; `where` is a condition on the session. */
export const measuredFlags = (where: string): string => `
  SELECT session, arraySort(groupArrayIf(part, kind = 'flag' AND value > 0)) AS flags, toUInt8(countIf(kind = '') > 0) AS measured
  FROM results FINAL
  WHERE metric = 'quality_flags' AND version = {flagsVersion:UInt16} AND parameters = {flagsParameters:String} AND amount = 'rows'
    AND (session, eventsSeen) IN (SELECT session, eventsSeen FROM measured FINAL WHERE flight = {flight:String}) AND ${where}
  GROUP BY session`;
