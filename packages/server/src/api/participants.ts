import { HttpError, NewParticipants, Participant, ParticipantChange, Participants, Withdrawal } from '@sightline/protocol';
import type { FastifyPluginAsync, FastifyReply } from 'fastify';
import { Type, type Static } from 'typebox';
import { eraseParticipant } from '../erasure/erase-participant.ts';
import { requireAccount } from '../auth/require-account.ts';
import type { StudyRecord } from '../registry/studies.ts';
import type { ParticipantSessions } from '../store/participant-sessions.ts';
import { conditionCounts } from '../study/condition-counts.ts';
import { participantsCsv } from '../study/participants-csv.ts';
import type { StudyProgress } from '../study/study-progress.ts';
import type { ApiDeps } from './api-deps.ts';
import { refuse } from './refuse.ts';

const tags = ['Studies'];
const FlightPath = Type.Object({ id: Type.String() });
type FlightPath = Static<typeof FlightPath>;
const ParticipantPath = Type.Object({ id: Type.String(), participant: Type.String() });
type ParticipantPath = Static<typeof ParticipantPath>;
/** A look at the store that is so old is fresh enough for a list. */
const FRESH_MS = 1_000;

/** Who takes part in a study, and what is decided about them. */
export function participantsApi({
  accounts,
  registry: { studies, participants, notes },
  store,
  loader,
  progress,
  exportJobs,
  keptAside,
}: Pick<ApiDeps, 'accounts' | 'registry' | 'store' | 'loader' | 'exportJobs' | 'keptAside'> & {
  progress: StudyProgress;
}): FastifyPluginAsync {
  const erasure = { store, notes, exports: exportJobs, drain: () => loader.drain(), keptAside };
  const list = async (study: StudyRecord): Promise<Participants> => {
    const seen = await progress.refresh(study, FRESH_MS);
    const records = await participants.list(study.flight);
    const known = new Set(records.map(({ code }) => code));
    const unknown = seen.filter(({ code }) => !known.has(code)).flatMap(({ sessions }) => sessions);
    return {
      participants: withSessions(records, seen),
      conditions: conditionCounts(study.settings, records),
      unknownSessions: unknown.length,
    };
  };
  const one = async (study: StudyRecord, id: string) => {
    const record = await participants.get(study.flight, id);
    return record && withSessions([record], await progress.refresh(study, FRESH_MS))[0];
  };
  const noStudy = (reply: FastifyReply, id: string) =>
    refuse(reply, { refusal: 'notFound', message: `The flight ${JSON.stringify(id)} is not set up as a study` });
  const nobody = (reply: FastifyReply, id: string) =>
    refuse(reply, { refusal: 'notFound', message: `There is no participant ${JSON.stringify(id)}` });

  return async (api) => {
    api.addHook('onRequest', requireAccount({ accounts }));

    api.get<{ Params: FlightPath }>(
      '/flights/:id/participants',
      { schema: { tags, summary: 'The participants of a study', params: FlightPath, response: { 200: Participants, '4xx': HttpError } } },
      async ({ params: { id } }, reply) => {
        const study = await studies.ofFlight(id);
        return study ? list(study) : noStudy(reply, id);
      },
    );

    api.get<{ Params: FlightPath }>(
      '/flights/:id/participants.csv',
      { schema: { tags, summary: 'The participants of a study as a table', params: FlightPath } },
      async ({ params: { id } }, reply) => {
        const study = await studies.ofFlight(id);
        if (!study) return noStudy(reply, id);
        const name = `${study.settings.slug}-participants.csv`;
        reply.type('text/csv; charset=utf-8').header('content-disposition', `attachment; filename="${name}"`).serializer(String);
        return participantsCsv((await list(study)).participants);
      },
    );

    api.post<{ Params: FlightPath; Body: NewParticipants }>(
      '/flights/:id/participants',
      {
        schema: {
          tags,
          summary: 'Invite participants with fresh codes',
          params: FlightPath,
          body: NewParticipants,
          response: { 200: Participants, '4xx': HttpError },
        },
      },
      async ({ params: { id }, body: { count, prefix = '' } }, reply) => {
        const study = await studies.ofFlight(id);
        if (!study) return noStudy(reply, id);
        await participants.invite(id, count, prefix);
        return list(study);
      },
    );

    api.patch<{ Params: ParticipantPath; Body: ParticipantChange }>(
      '/flights/:id/participants/:participant',
      {
        schema: {
          tags,
          summary: 'Write notes on a participant, or exclude them with a reason',
          params: ParticipantPath,
          body: ParticipantChange,
          response: { 200: Participant, '4xx': HttpError },
        },
      },
      async ({ params: { id, participant }, body }, reply) => {
        const study = await studies.ofFlight(id);
        const known = study && (await participants.get(id, participant));
        if (!study || !known) return nobody(reply, participant);
        if (body.excluded && known.state === 'withdrawn') {
          return refuse(reply, {
            refusal: 'badRequest',
            field: 'excluded',
            message: `excluded: ${known.code} has withdrawn, nothing is left to exclude`,
          });
        }
        await participants.change(participant, body);
        return one(study, participant);
      },
    );

    api.post<{ Params: ParticipantPath; Body: Withdrawal }>(
      '/flights/:id/participants/:participant/withdraw',
      {
        schema: {
          tags,
          summary: 'Erase all sessions of a participant, and who they were',
          params: ParticipantPath,
          body: Withdrawal,
          response: { 200: Participant, '4xx': HttpError },
        },
      },
      async ({ params: { id, participant }, body: { code } }, reply) => {
        const study = await studies.ofFlight(id);
        const known = study && (await participants.get(id, participant));
        if (!study || !known) return nobody(reply, participant);
        if (code.trim() !== known.code) {
          return refuse(reply, {
            refusal: 'badRequest',
            field: 'code',
            message: `code: must be ${JSON.stringify(known.code)} to erase them, got ${JSON.stringify(code)}`,
          });
        }
        // Nobody comes in under this code from now on, and what waits in the spool must not come back after the erasure.
        await participants.withdraw(participant);
        await loader.drain();
        const seen = await progress.refresh(study, 0);
        await eraseParticipant(erasure, { flight: id, participant: known, seen, andMore: true });
        await progress.refresh(study, 0);
        return one(study, participant);
      },
    );
  };
}

const withSessions = (records: readonly Omit<Participant, 'sessions'>[], seen: readonly ParticipantSessions[]): Participant[] => {
  const sessions = new Map(seen.map((each) => [each.code, each.sessions]));
  return records.map((record) => ({ ...record, sessions: sessions.get(record.code) ?? [] }));
};
