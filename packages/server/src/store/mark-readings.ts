import { PAGE_READING } from '@sightline/metrics';
import { ask } from './ask.ts';
import { derivedMarks } from './derived-mark.ts';
import type { QuestionDeps } from './question.ts';

/** A condition on rows of `gathered`: that they tell of a flight's readings. */
export const OF_READINGS = "what = concat('readings of ', {flight:String})";

/** The first arrival of which sessions may not be in `readings`: 0 where no flight's are, as tabs from before have no arrival. */
export const UNREAD = `(SELECT if(count() = 0, 0, max(until) + 1) FROM gathered WHERE ${OF_READINGS})`;

/** Says up to which arrival all of a flight's sessions were measured with all their events, so that nobody looks at them one by one. */
export async function markReadings({ engine }: QuestionDeps, { flight }: { flight: string }): Promise<void> {
  const [row] = await ask<{ unread: number; until: number }>(engine, READ, { flight, reading: PAGE_READING });
  if (!row || row.until < row.unread) return;
  await engine.use((client) =>
    client.command({
      query: "INSERT INTO gathered SELECT concat('readings of ', {flight:String}), {until:UInt64}",
      query_params: { flight, until: row.until },
    }),
  );
}

/** Before the first that is not measured; -1 where that is the very first. */
const READ = `
  WITH done.eventsSeen = toUInt32(of.events + derivations.mark) AND done.definitions IN (SELECT hash FROM definitions WHERE has(members, {reading:String})) AS isMeasured,
    of.events = 0 OR isMeasured AS isRead
  SELECT ${UNREAD} AS unread, multiIf(count() = 0, -1, countIf(NOT isRead) = 0, toInt64(max(of.last)), toInt64(minIf(of.last, NOT isRead)) - 1) AS until
  FROM (
    SELECT session, max(lastOfTab) AS last, sum(eventCount) AS events FROM (
      SELECT session, max(arrival) AS lastOfTab, groupBitmapMerge(stored) AS eventCount FROM tabs
      WHERE flight = {flight:String} AND session IN (SELECT session FROM tabs WHERE flight = {flight:String} AND arrival >= ${UNREAD})
      GROUP BY session, tab)
    GROUP BY session
  ) AS of
  LEFT JOIN (${derivedMarks()}) AS derivations ON derivations.session = of.session
  LEFT JOIN (SELECT session, definitions, eventsSeen FROM measured FINAL WHERE flight = {flight:String}) AS done ON done.session = of.session`;
