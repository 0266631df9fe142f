import { expect, test } from 'vitest';
import { arrivalOf } from './arrival-of.ts';

test.each([
  [{ participant: 'P1' }, { source: 'code', code: 'P1' }],
  [
    { subject: 'P2', PROLIFIC_PID: 'x' },
    { source: 'code', code: 'P2' },
  ],
  [
    { PROLIFIC_PID: '5f', STUDY_ID: 's', SESSION_ID: 't', other: 'o' },
    { source: 'prolific', externalId: '5f', recruiter: { STUDY_ID: 's', SESSION_ID: 't' } },
  ],
  [
    { workerId: 'A1', assignmentId: 'B', hitId: 'C' },
    { source: 'mturk', externalId: 'A1', recruiter: { assignmentId: 'B', hitId: 'C' } },
  ],
  [{ assignmentId: 'ASSIGNMENT_ID_NOT_AVAILABLE', hitId: 'C' }, 'preview'],
  [{ PROLIFIC_PID: '{{%PROLIFIC_PID%}}' }, 'preview'],
  [{}, undefined],
  [{ participant: '' }, undefined],
  [{ participant: ['a', 'b'] }, undefined],
  [{ participant: 'x'.repeat(201) }, undefined],
])('%j', (parameters, arrival) => {
  expect(arrivalOf(parameters, 'subject')).toEqual(arrival);
});
