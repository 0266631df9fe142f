import { HttpError, Live, type LiveEvent, type LiveSession, type StoredEvent } from '@sightline/protocol';
import { measure, rageClicks } from '@sightline/metrics';
import type { FastifyPluginAsync } from 'fastify';
import { Type, type Static } from 'typebox';
import { requireAccount } from '../auth/require-account.ts';
import type { StudyRecord } from '../registry/studies.ts';
import type { LiveNow } from '../store/live-now.ts';
import { conditionCounts } from '../study/condition-counts.ts';
import type { StudyProgress } from '../study/study-progress.ts';
import type { ApiDeps } from './api-deps.ts';
import { refuse } from './refuse.ts';

const FlightPath = Type.Object({ id: Type.String() });
/** Without anything done for so long somebody is idle: the tracker's own measure. */
const IDLE_AFTER_MS = 30_000;
/** Asked every two seconds by every open page: the counts of a study may be this old. */
const COUNTS_MAX_AGE_MS = 10_000;
const FED = 60;
const DROP_OUTS = 20;
/** Not done by a person, or too much of it to read. */
const NOT_DONE: ReadonlySet<string> = new Set(['presence', 'webVital', 'visibilityChange', 'cursorTracking', 'elementInView']);
const isDone = ({ type, name }: StoredEvent) => type !== 'statusEvent' && !NOT_DONE.has(name);

/** Who is on a flight's pages now, and how its conditions fill. */
export const liveApi =
  ({
    accounts,
    registry,
    store,
    progress,
  }: Pick<ApiDeps, 'accounts' | 'registry' | 'store'> & { progress: StudyProgress }): FastifyPluginAsync =>
  async (api) => {
    api.addHook('onRequest', requireAccount({ accounts }));
    api.get<{ Params: Static<typeof FlightPath> }>(
      '/flights/:id/live',
      {
        schema: {
          tags: ['Studies'],
          summary: 'Who is on a flight’s pages now',
          params: FlightPath,
          response: { 200: Live, '4xx': HttpError },
        },
      },
      async ({ params: { id } }, reply) => {
        if (!(await registry.flights.get(id)))
          return refuse(reply, { refusal: 'notFound', message: `There is no flight ${JSON.stringify(id)}` });
        const study = await registry.studies.ofFlight(id);
        const seen = study ? await progress.refresh(study, COUNTS_MAX_AGE_MS) : [];
        const participants = study ? await registry.participants.list(id) : [];
        const now = await store.liveNow({ flight: id });
        const latest = new Map(seen.map(({ code, sessions }) => [code, sessions[0] ?? '']));
        return {
          at: now.at,
          sessions: liveSessions(now, study),
          feed: feedOf(now, study),
          conditions: study ? conditionCounts(study.settings, participants) : [],
          dropOuts: participants
            .filter(({ state }) => state === 'dropped')
            .map(({ code, condition, lastAt }) => ({ session: latest.get(code) ?? '', participant: code, condition, lastAt: lastAt ?? 0 }))
            .toSorted((one, other) => other.lastAt - one.lastAt)
            .slice(0, DROP_OUTS),
        } satisfies Live;
      },
    );
  };

function liveSessions({ at, sessions, events }: LiveNow, study: StudyRecord | undefined): LiveSession[] {
  const bySession = new Map<string, StoredEvent[]>();
  for (const event of events) {
    const own = bySession.get(event.session);
    if (own) own.push(event);
    else bySession.set(event.session, [event]);
  }
  return sessions.map(({ id, visitor, applicationSpecificData: data, entryUrl, startedAt, lastAt, events: count, missing }) => {
    const recent = bySession.get(id) ?? [];
    const [last] = recent;
    const done = recent.find(isDone);
    return {
      id,
      visitor,
      participant: textOf(data[study?.settings.participantParameter ?? 'participant']),
      condition: textOf(data[study?.settings.conditionParameter ?? 'condition']),
      step: textOf(data[study?.settings.stepField ?? 'step']),
      url: recent.find(({ url }) => url !== '')?.url ?? entryUrl,
      lastEvent: (done ?? last)?.name ?? '',
      startedAt,
      lastAt,
      events: count,
      isIdle: !done || at - done.at > IDLE_AFTER_MS,
      lagMs: middle(recent.map((event) => Math.max(0, event.receivedAt - event.at))),
      missing,
      rageClicks: measure(recent.toReversed(), rageClicks)[0],
      errors: recent.filter(({ name }) => name === 'pageError').length,
    };
  });
}

const feedOf = ({ events, sessions }: LiveNow, study: StudyRecord | undefined): LiveEvent[] => {
  const data = new Map(sessions.map(({ id, applicationSpecificData }) => [id, applicationSpecificData]));
  return events
    .filter(isDone)
    .slice(0, FED)
    .map(({ session, tab, sequence, at, name, details, url }) => ({
      session,
      tab,
      sequence,
      at,
      name,
      label: textOf(details.name) ?? textOf(details.path) ?? textOf(details.element) ?? (name === 'pageView' ? pathIn(url) : ''),
      participant: textOf(data.get(session)?.[study?.settings.participantParameter ?? 'participant']),
    }));
};

const textOf = (value: unknown): string | null =>
  value === undefined || value === null || value === '' ? null : typeof value === 'string' ? value : JSON.stringify(value);

const pathIn = (url: string): string => (URL.canParse(url) ? new URL(url).pathname : url);

function middle(numbers: readonly number[]): number | null {
  const sorted = numbers.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? null;
}
