import { ask } from './ask.ts';
import { COLUMN, ROW, WITHIN } from './place-cells.ts';
import { placedEvents } from './placed-events.ts';
import type { QuestionDeps } from './question.ts';

/** So many events at a time: a third of a second, during which nothing is loaded. */
const EVENTS = 200_000;

/** The last arrival whose events are in `places`. */
export const PLACES_UNTIL = "(SELECT max(until) FROM gathered WHERE what = 'places')";

/**
 * Gathers what came last into `places`; answers whether there is more to gather. One at a time. What a crash cuts off is found
 * again: rows are read only once `gathered` covers them, and those that it does not cover are taken away first.
 */
export async function gatherPlaces({ engine }: QuestionDeps): Promise<{ more: boolean }> {
  const [next] = await ask<{ since: number; until: number; last: number; leftOver: number }>(engine, NEXT);
  if (!next || next.until === 0) return { more: false };
  const { since, until, last, leftOver } = next;
  const query_params = { since, until };
  await engine.use(async (client) => {
    if (leftOver > 0) await client.command({ query: 'DELETE FROM places WHERE since >= {since:UInt64}', query_params });
    await client.command({ query: GATHER, query_params });
    // Who was erased meanwhile may have been read before and written after.
    const answer = await client.query({ query: `SELECT count() AS rows FROM places WHERE ${ERASED}`, query_params, format: 'JSONEachRow' });
    const [erased] = await answer.json<{ rows: number }>();
    if (erased && Number(erased.rows) > 0) await client.command({ query: `DELETE FROM places WHERE ${ERASED}`, query_params });
    await client.command({ query: "INSERT INTO gathered VALUES ('places', {until:UInt64})", query_params });
  });
  return { more: until < last };
}

/** Whole loads, as many as make so many events. */
const NEXT = `
  WITH ${PLACES_UNTIL} AS since
  SELECT since, if(empty(arrivals), 0, arrivals[least(length(arrivals), arrayFirstIndex(events -> events >= ${EVENTS}, arrayPushBack(arrayCumSum(counts), ${EVENTS})))]) AS until,
    arrayMax(arrayPushBack(arrivals, 0)) AS last, (SELECT count() FROM places WHERE places.since >= (${PLACES_UNTIL})) AS leftOver
  FROM (SELECT groupArray(arrival) AS arrivals, groupArray(n) AS counts FROM
    (SELECT arrival, count() AS n FROM events PREWHERE arrival > ${PLACES_UNTIL} GROUP BY arrival ORDER BY arrival))`;

const ERASED = 'since = {since:UInt64} AND (flight, session) IN (SELECT flight, session FROM erased)';

const KINDS = { click: 'click', move: 'cursorTracking', gaze: 'gaze_fixation' };

const gathered = Object.entries(KINDS).map(
  ([kind, name]) => `arraySort(groupArrayIf((row, column, within, path, ms), name = '${name}')) AS ${kind}`,
);
const columns = Object.keys(KINDS).map((kind) => `\`${kind}.row\`, \`${kind}.column\`, \`${kind}.within\`, \`${kind}.path\``);
const parts = Object.keys(KINDS).map((kind) => `${kind}.1, ${kind}.2, ${kind}.3, ${kind}.4`);

// In order, alike places stand beside each other: they take half the room.
const GATHER = `
  INSERT INTO places (flight, page, session, since, until, views, ${columns.join(', ')}, \`gaze.ms\`)
  SELECT flight, page, sipHash64(session), {since:UInt64}, {until:UInt64}, views, ${parts.join(', ')}, gaze.5 FROM (
    SELECT flight, page, session, toUInt32(countIf(name = 'pageView')) AS views, ${gathered.join(', ')} FROM (
      SELECT flight, page, session, name, path, ${WITHIN} AS within, ${COLUMN} AS column, ${ROW} AS row, ifNull(durationMs, 0) AS ms
      ${placedEvents({ since: '{since:UInt64}', until: '{until:UInt64}', where: "page != ''" })})
    GROUP BY flight, page, session)`;
