import type { Participant } from '@sightline/protocol';

const COLUMNS: Record<string, (participant: Participant) => string | number | null> = {
  code: ({ code }) => code,
  state: ({ state }) => state,
  condition: ({ condition }) => condition,
  order: ({ order }) => order.join(' '),
  source: ({ source }) => source,
  external_id: ({ externalId }) => externalId,
  recruiter: ({ recruiter }) => (Object.keys(recruiter).length > 0 ? JSON.stringify(recruiter) : null),
  consent_version: ({ consentVersion }) => consentVersion,
  consent_at: ({ consentAt }) => instant(consentAt),
  created_at: ({ createdAt }) => instant(createdAt),
  started_at: ({ startedAt }) => instant(startedAt),
  last_at: ({ lastAt }) => instant(lastAt),
  completed_at: ({ completedAt }) => instant(completedAt),
  excluded_reason: ({ reason }) => reason,
  notes: ({ notes }) => notes,
  sessions: ({ sessions }) => sessions.join(' '),
};

/** Participants as RFC 4180 has tables, instants as ISO 8601 in UTC. */
export const participantsCsv = (participants: readonly Participant[]): string =>
  [Object.keys(COLUMNS), ...participants.map((participant) => Object.values(COLUMNS).map((read) => read(participant)))]
    .map((cells) => `${cells.map(cell).join(',')}\r\n`)
    .join('');

const instant = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

function cell(value: string | number | null): string {
  const text = String(value ?? '');
  // A table program would take such a text for a formula and run it.
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
