import { ask } from './ask.ts';
import { NO_SESSION, UNFOLDED } from './fresh-sessions.ts';
import type { QuestionDeps } from './question.ts';
import { unfolded, type SessionColumn } from './session-table.ts';

/** A part of a flight's sessions that are to be folded, in the order of their ids. */
export interface PieceToFold {
  flight: string;
  /** Sessions of which something came later are left as they are. Nothing of an arrival up to this one may still be being loaded. */
  upTo: number;
  /** The last session of the piece before; the first of all where left out. */
  after?: string | undefined;
}

/** So many at a time: a second in which nothing is loaded. */
const SESSIONS = 20_000;

/** The flights that have sessions to fold. */
export async function flightsToFold({ engine }: QuestionDeps, { upTo }: Pick<PieceToFold, 'upTo'>): Promise<string[]> {
  const rows = await ask<{ flight: string }>(
    engine,
    `SELECT DISTINCT flight FROM tabs
     LEFT JOIN (SELECT flight, max(upTo) + 1 AS unfolded FROM sessions WHERE session = ${NO_SESSION} GROUP BY flight) AS done USING (flight)
     WHERE arrival >= unfolded AND arrival <= {upTo:UInt64}`,
    { upTo },
  );
  return rows.map(({ flight }) => flight);
}

/** Folds a piece, a row for each session; answers its last session, or undefined where there was none left. */
export async function foldSessions({ engine }: QuestionDeps, { flight, upTo, after = NIL }: PieceToFold): Promise<string | undefined> {
  const parameters = { flight, upTo, after };
  const [piece] = await ask<{ sessions: number; last: string }>(engine, PIECE, parameters);
  if (!piece || piece.sessions === 0) return undefined;
  await engine.use((client) => client.command({ query: FOLD, query_params: { ...parameters, last: piece.last } }));
  return piece.last;
}

/** Says that all of a flight's sessions are folded up to an arrival, and sweeps those that were erased while they were being folded. */
export async function markFolded({ engine }: QuestionDeps, { flight, upTo }: Pick<PieceToFold, 'flight' | 'upTo'>): Promise<void> {
  const [swept] = await ask<{ sessions: number }>(engine, `SELECT count() AS sessions FROM sessions WHERE ${ERASED}`, { flight, upTo });
  await engine.use(async (client) => {
    if (swept && swept.sessions > 0)
      await client.command({ query: `DELETE FROM sessions WHERE ${ERASED}`, query_params: { flight, upTo } });
    await client.insert({
      table: 'sessions',
      columns: ['flight', 'session', 'upTo'],
      values: [[flight, NIL, upTo]],
      format: 'JSONCompactEachRow',
    });
  });
}

const NIL = '00000000-0000-0000-0000-000000000000';

const QUIET = `flight = {flight:String} AND session > {after:UUID}
  AND session IN (SELECT session FROM tabs WHERE flight = {flight:String} AND arrival >= ${UNFOLDED} AND arrival <= {upTo:UInt64})
  AND session NOT IN (SELECT session FROM tabs WHERE flight = {flight:String} AND arrival > {upTo:UInt64})`;

const PIECE = `SELECT count() AS sessions, max(session) AS last
  FROM (SELECT DISTINCT session FROM tabs WHERE ${QUIET} ORDER BY session LIMIT ${SESSIONS})`;

/** How a column that is kept is told by what can be asked of a session. */
const KEPT = {
  ref: 'ref',
  visitor: 'visitor',
  dialect: 'dialect',
  agent: 'agent',
  startedAt: 'startedAt',
  durationMs: 'lastSeenAt - startedAt',
  receivedAfterMs: 'receivedAt - lastSeenAt',
  arrivedAfterMs: 'arrivedAt - startedAt',
  entryUrl: 'entryUrl',
  data: 'data',
  events: 'events',
  clicks: 'clicks',
  pageViews: 'pageViews',
  tabs: 'tabs',
  openMs: 'openMs',
  hiddenMs: 'ifNull(openMs - visibleMs, 0)',
  unfocusedMs: 'ifNull(visibleMs - focusedMs, 0)',
  idleMs: 'ifNull(focusedMs - activeMs, 0)',
  cameFrom: 'cameFrom',
  wayNames: 'wayNames',
  wayPages: 'wayPages',
  wayTitles: 'wayTitles',
  wayLocated: 'wayLocated',
  wayAt: 'wayAt',
  wayStayMs: 'wayStayMs',
  '`click.name`': 'clickNames',
  '`click.path`': 'clickPaths',
  '`click.after`': 'arrayPopFront(arrayDifference(arrayPushFront(clickAt, startedAt)))',
  '`click.place`': 'clickPlaces',
  unnumberedTabs: 'unnumberedTabs',
  expectedMore: 'expected - toInt64(stored)',
  unnumbered: 'unnumbered',
  refused: 'refused',
  missing: 'missing',
  tabsIncomplete: 'tabsIncomplete',
  recordings: 'recordings',
  recordingsIncomplete: 'recordingsIncomplete',
  chunksMissing: 'chunksMissing',
  trackerFailures: 'trackerFailures',
  dropped: 'dropped',
  clockJumps: 'clockJumps',
  untrustedClicks: 'untrustedClicks',
};

const ASKED = ['openMs', 'cameFrom', 'clickAt', 'expected'] as const satisfies readonly SessionColumn[];

const FOLD = `INSERT INTO sessions (flight, session, upTo, ${Object.keys(KEPT).join(', ')})
  SELECT {flight:String}, session, {upTo:UInt64}, ${Object.values(KEPT).join(', ')} FROM ${unfolded(`${QUIET} AND session <= {last:UUID}`, ASKED)}`;

const ERASED = `flight = {flight:String} AND upTo = {upTo:UInt64} AND session != ${NO_SESSION}
  AND session NOT IN (SELECT session FROM tabs WHERE flight = {flight:String})`;
