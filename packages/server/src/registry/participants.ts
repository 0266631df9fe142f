import { createHash } from 'node:crypto';
import type { NotCounted, ParticipantSource, ParticipantState } from '@sightline/protocol';
import { participantState } from '../study/participant-state.ts';
import { enterStudy } from './enter-study.ts';
import { invitedRow, newCode, recordOf, type NewParticipant, type ParticipantRecord } from './participant-record.ts';
import type { RegistryDeps } from './registry-deps.ts';
import type { StudyRecord } from './studies.ts';
import type { ParticipantTable } from './tables/study-tables.ts';
import { isUniqueViolation } from './unique-violation.ts';

/** Who comes through a recruitment link. */
export type Arrival =
  | { source: 'code'; code: string }
  | { source: Exclude<ParticipantSource, 'code' | 'open'>; externalId: string; recruiter: Record<string, string> }
  | { source: 'open' };

/** What the store has seen of a participant. */
export interface Sighting {
  code: string;
  firstAt: number;
  lastAt: number;
  isCompleted: boolean;
}

/** Who takes part in studies. */
export interface ParticipantList {
  list(flight: string): Promise<ParticipantRecord[]>;
  get(flight: string, id: string): Promise<ParticipantRecord | undefined>;
  byCode(flight: string, code: string): Promise<ParticipantRecord | undefined>;
  /** Those whose sessions count for nothing, by code: who was excluded, and who withdrew and may have a page open still. */
  notCounted(flight: string): Promise<NotCounted[]>;
  /** Who withdrew, of all flights. */
  withdrawn(): Promise<{ flight: string; code: string; createdAt: number }[]>;
  invite(flight: string, count: number, prefix: string): Promise<void>;
  /** Finds or makes the participant behind a link; undefined for a code that nobody has. */
  arrive(flight: string, arrival: Arrival): Promise<ParticipantRecord | undefined>;
  answerConsent(id: string, answer: { version: number; agrees: boolean }): Promise<void>;
  /** Gives them their condition, once, however often and from how many places it is asked at once; undefined where the study is full. */
  enter(study: StudyRecord, id: string): Promise<ParticipantRecord | undefined>;
  complete(id: string): Promise<void>;
  /** Brings states up to what the store has seen. */
  note(study: StudyRecord, sightings: readonly Sighting[]): Promise<void>;
  change(id: string, change: { notes?: string | undefined; excluded?: { reason: string } | null | undefined }): Promise<void>;
  /** Forgets who they were; the code and condition stay, so that the numbers of a study add up. */
  withdraw(id: string): Promise<void>;
}

/** The participants in a database. */
export function participants(deps: RegistryDeps): ParticipantList {
  const {
    database: { kysely },
    now,
  } = deps;
  const rows = () => kysely.selectFrom('participant').selectAll();
  const one = async (query: ReturnType<typeof rows>) => {
    const row = await query.executeTakeFirst();
    return row && recordOf(row);
  };
  const update = (id: string, values: Partial<ParticipantTable>) =>
    kysely.updateTable('participant').set(values).where('id', '=', id).execute();
  const insert = async (flight: string, who: NewParticipant) => {
    const row = invitedRow(flight, who, now());
    await kysely.insertInto('participant').values(row).execute();
    return recordOf(row);
  };

  /** Whoever comes through another task or session of the recruiter's is to be led back to that one. */
  const comesBack = async (found: ParticipantRecord, recruiter: Record<string, string>) => {
    if (found.state === 'withdrawn' || JSON.stringify(found.recruiter) === JSON.stringify(recruiter)) return found;
    await update(found.id, { recruiter: JSON.stringify(recruiter) });
    return { ...found, recruiter };
  };

  return {
    list: async (flight) =>
      (await rows().where('flightId', '=', flight).orderBy('createdAt', 'desc').orderBy('code').execute()).map(recordOf),
    get: (flight, id) => one(rows().where('flightId', '=', flight).where('id', '=', id)),
    byCode: (flight, code) => one(rows().where('flightId', '=', flight).where('code', '=', code)),

    notCounted: async (flight) =>
      (
        await kysely
          .selectFrom('participant')
          .select(['code', 'state', 'reason'])
          .where('flightId', '=', flight)
          .where('state', 'in', ['excluded', 'withdrawn'])
          .orderBy('code')
          .execute()
      ).map(({ code, state, reason }) => ({ participant: code, state: state as NotCounted['state'], reason })),

    withdrawn: () =>
      kysely.selectFrom('participant').select(['flightId as flight', 'code', 'createdAt']).where('state', '=', 'withdrawn').execute(),

    async invite(flight, count, prefix) {
      const who = () => ({ code: `${prefix}${newCode()}`, source: 'code', externalId: null, externalKey: null, recruiter: '{}' });
      const made = Array.from({ length: count }, () => invitedRow(flight, who(), now()));
      await kysely.insertInto('participant').values(made).execute();
    },

    async arrive(flight, arrival) {
      if (arrival.source === 'code') return one(rows().where('flightId', '=', flight).where('code', '=', arrival.code));
      if (arrival.source === 'open')
        return insert(flight, { code: newCode(), source: 'open', externalId: null, externalKey: null, recruiter: '{}' });
      const externalKey = createHash('sha256').update(`${flight} ${arrival.source} ${arrival.externalId}`).digest('hex');
      const known = () => one(rows().where('flightId', '=', flight).where('externalKey', '=', externalKey));
      const found = await known();
      if (found) return comesBack(found, arrival.recruiter);
      try {
        return await insert(flight, {
          code: newCode(),
          source: arrival.source,
          externalId: arrival.externalId,
          externalKey,
          recruiter: JSON.stringify(arrival.recruiter),
        });
      } catch (error) {
        // The same person twice at once: the other request has just made them.
        if (!isUniqueViolation(error)) throw error;
        return known();
      }
    },

    answerConsent: async (id, { version, agrees }) =>
      void (await update(id, { consentVersion: version, consentAt: now(), state: agrees ? 'invited' : 'declined' })),

    enter: (study, id) => enterStudy(deps, study, id),

    complete: async (id) => void (await update(id, { state: 'completed', completedAt: now() })),

    async note({ flight, settings }, sightings) {
      const seen = new Map(sightings.map((sighting) => [sighting.code, sighting]));
      for (const row of await rows().where('flightId', '=', flight).execute()) {
        const sighting = seen.get(row.code);
        const known = {
          state: row.state as ParticipantState,
          startedAt: row.startedAt ?? sighting?.firstAt ?? null,
          lastAt: Math.max(row.lastAt ?? 0, sighting?.lastAt ?? 0) || null,
          completedAt: row.completedAt ?? (sighting?.isCompleted ? sighting.lastAt : null),
        };
        const state = participantState(known, settings.droppedAfterMinutes, now());
        if (state === row.state && known.lastAt === row.lastAt) continue;
        // A decision that somebody makes at this moment stands.
        await kysely
          .updateTable('participant')
          .set({ ...known, state })
          .where('id', '=', row.id)
          .where('state', '=', row.state)
          .execute();
      }
    },

    async change(id, { notes, excluded }) {
      const row = await rows().where('id', '=', id).executeTakeFirst();
      if (!row) return;
      await update(id, {
        ...(notes !== undefined && { notes }),
        ...(excluded && { state: 'excluded', reason: excluded.reason }),
        ...(excluded === null &&
          row.state === 'excluded' && {
            state: row.completedAt === null ? (row.startedAt === null ? 'invited' : 'started') : 'completed',
            reason: null,
          }),
      });
    },

    withdraw: async (id) => void (await update(id, { state: 'withdrawn', externalId: null, recruiter: '{}', notes: '', reason: null })),
  };
}
