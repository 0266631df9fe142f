import type {
  Live,
  NewConsent,
  NewParticipants,
  Participant,
  ParticipantChange,
  Participants,
  Study,
  StudySettings,
  Withdrawal,
} from '@sightline/protocol';
import type { Caller } from '../caller.ts';

const id = encodeURIComponent;

/** Running a study: how, with whom, and what happens now. */
export const studies = ({ get, send }: Caller) => ({
  live: (flight: string, signal?: AbortSignal) => get<Live>(`/flights/${id(flight)}/live`, signal),
  study: (flight: string, signal?: AbortSignal) => get<Study>(`/flights/${id(flight)}/study`, signal),
  saveStudy: (flight: string, settings: StudySettings) => send<Study>('PUT', `/flights/${id(flight)}/study`, settings),
  writeConsent: (flight: string, consent: NewConsent) => send<Study>('POST', `/flights/${id(flight)}/study/consents`, consent),
  participants: (flight: string, signal?: AbortSignal) => get<Participants>(`/flights/${id(flight)}/participants`, signal),
  invite: (flight: string, request: NewParticipants) => send<Participants>('POST', `/flights/${id(flight)}/participants`, request),
  changeParticipant: (flight: string, participant: string, change: ParticipantChange) =>
    send<Participant>('PATCH', `/flights/${id(flight)}/participants/${id(participant)}`, change),
  withdrawParticipant: (flight: string, participant: string, check: Withdrawal) =>
    send<Participant>('POST', `/flights/${id(flight)}/participants/${id(participant)}/withdraw`, check),
});
