import { expect, test } from 'vitest';
import { sessionQuestions } from './session-questions.ts';

const ID = '0a1b2c3d-1111-4222-8333-444455556666';
const RECORDING = `/api/v1/sessions/${ID}/recording`;

test.each([
  ['the beginning', '', `${RECORDING}?opening=start`],
  ['a moment', '?t=1500', `${RECORDING}?opening=1500`],
  ['a moment between milliseconds', '?t=1500.6&panel=notes', `${RECORDING}?opening=1501`],
  ['a moment before all', '?t=-3', `${RECORDING}?opening=0`],
  ['no moment', '?t=soon', `${RECORDING}?opening=start`],
  ['an empty moment', '?t=', `${RECORDING}?opening=start`],
  ['a chosen tab', '?tab=a%22%3E&t=0', `${RECORDING}?opening=0&tab=a%22%3E`],
])('%s is asked for at once', (_, search, expected) => {
  expect(sessionQuestions(`/sessions/${ID}${search}`)).toEqual([expected, '/api/v1/me', '/api/v1/applications']);
});

test.each(['/sessions', `/sessions/${ID}/`, `/people/${ID}`, '/sessions/0a1b2c3d', '/'])('%s is no session’s page', (url) => {
  expect(sessionQuestions(url)).toEqual([]);
});
