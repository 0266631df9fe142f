import { expect, test } from 'vitest';
import type { Participant } from '@sightline/protocol';
import { participantsCsv } from './participants-csv.ts';

const someone: Participant = {
  id: 'i',
  code: 'P1',
  source: 'prolific',
  externalId: '5f',
  recruiter: { STUDY_ID: 's' },
  state: 'completed',
  condition: 'a',
  order: ['a', 'b'],
  consentVersion: 1,
  consentAt: 0,
  createdAt: 0,
  startedAt: null,
  lastAt: null,
  completedAt: 1_000,
  reason: null,
  notes: 'said "well, yes"\nand left',
  sessions: ['s1', 's2'],
};

test('a table has a line of names, quotes what needs it, and leaves empty what is not known', () => {
  expect(participantsCsv([someone])).toBe(
    'code,state,condition,order,source,external_id,recruiter,consent_version,consent_at,created_at,started_at,last_at,completed_at,excluded_reason,notes,sessions\r\n' +
      'P1,completed,a,a b,prolific,5f,"{""STUDY_ID"":""s""}",1,1970-01-01T00:00:00.000Z,1970-01-01T00:00:00.000Z,,,1970-01-01T00:00:01.000Z,,"said ""well, yes""\nand left",s1 s2\r\n',
  );
});

test.each(['=1+1', '+1', '-1', '@x'])('%s is no formula', (notes) => {
  expect(participantsCsv([{ ...someone, notes }])).toContain(`,'${notes},`);
});
