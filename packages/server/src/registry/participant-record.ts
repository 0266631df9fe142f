import { randomBytes, randomUUID } from 'node:crypto';
import type { Participant, ParticipantSource, ParticipantState } from '@sightline/protocol';
import type { ParticipantTable } from './tables/study-tables.ts';

/** Somebody as the registry knows them; their sessions are in the store. */
export type ParticipantRecord = Omit<Participant, 'sessions'>;

/** Without letters and digits that look alike. */
const CODE_LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const CODE_LENGTH = 8;

/** Who they are is all that is known of them at first. */
export type NewParticipant = Pick<ParticipantTable, 'code' | 'source' | 'externalId' | 'externalKey' | 'recruiter'>;

/** The row of somebody who was only invited so far. */
export const invitedRow = (flightId: string, who: NewParticipant, createdAt: number): ParticipantTable => ({
  ...who,
  id: randomUUID(),
  flightId,
  state: 'invited',
  createdAt,
  condition: null,
  conditionOrder: '[]',
  slot: null,
  consentVersion: null,
  consentAt: null,
  startedAt: null,
  lastAt: null,
  completedAt: null,
  reason: null,
  notes: '',
});

/** A code that nobody can guess and anybody can read out. */
export const newCode = (): string => Array.from(randomBytes(CODE_LENGTH), (byte) => CODE_LETTERS[byte % CODE_LETTERS.length]).join('');

/** A row as the rest of the server knows it. */
export const recordOf = (row: ParticipantTable): ParticipantRecord => ({
  id: row.id,
  code: row.code,
  source: row.source as ParticipantSource,
  externalId: row.externalId,
  recruiter: JSON.parse(row.recruiter),
  state: row.state as ParticipantState,
  condition: row.condition,
  order: JSON.parse(row.conditionOrder),
  consentVersion: row.consentVersion,
  consentAt: row.consentAt,
  createdAt: row.createdAt,
  startedAt: row.startedAt,
  lastAt: row.lastAt,
  completedAt: row.completedAt,
  reason: row.reason,
  notes: row.notes,
});
