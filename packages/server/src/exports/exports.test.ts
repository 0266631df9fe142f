import type { ApplicationId, FlightId, SessionId, TabId } from '@sightline/protocol';
import { expect, test } from 'vitest';
import type { ExportedEvent } from './exported-event.ts';
import { toLogUI } from './files/logui-file.ts';
import { pythonJson } from './python-json.ts';

const event: ExportedEvent = {
  application: 'a0000000-0000-4000-8000-000000000000' as ApplicationId,
  flight: 'f0000000-0000-4000-8000-000000000000' as FlightId,
  session: '50000000-0000-4000-8000-000000000000' as SessionId,
  sessionRef: '50000000-0000-4000-8000-000000000000',
  sinceSessionStartMs: 345,
  visitor: null,
  agent: 'Test/1.0',
  offsetMs: null,
  offsetErrorMs: null,
  tab: 'b0000000-0000-4000-8000-000000000000' as TabId,
  sequence: 3,
  type: 'interactionEvent',
  name: 'click',
  at: 1_795_299_769_345,
  wallAt: 1_795_299_769_345,
  monotonicAt: 345.125,
  epoch: 0,
  receivedAt: 1_795_299_769_400,
  pageView: null,
  url: 'https://example.org/ü',
  details: { type: 'click', name: 'RÉSULTAT' },
  metadata: [{ name: 'rank', value: '3' }],
  applicationSpecificData: { userID: 7 },
  dialect: 'logui',
  extra: { timestamps: { sinceSessionStartMillis: 345, sinceLogUILoadMillis: 345 } },
};

test('logui writes an event as the LogUI server’s download does', () => {
  const line =
    '{"eventType": "interactionEvent", "eventDetails": {"type": "click", "name": "R\\u00c9SULTAT"}, "sessionID": "50000000-0000-4000-8000-000000000000", ' +
    '"timestamps": {"eventTimestamp": "2026-11-21T22:22:49.345Z", "sinceSessionStartMillis": 345, "sinceLogUILoadMillis": 345}, ' +
    '"applicationSpecificData": {"userID": 7}, "metadata": [{"name": "rank", "value": "3"}], ' +
    '"applicationID": "a0000000-0000-4000-8000-000000000000", "flightID": "f0000000-0000-4000-8000-000000000000"}';
  expect(pythonJson(toLogUI(event))).toBe(line);
});

test('logui gives a native event LogUI’s eventDetails', () => {
  const native = JSON.parse(
    pythonJson(toLogUI({ ...event, dialect: 'native', type: 'browserEvent', metadata: [], details: { path: 'a' } })),
  );
  expect(native.eventDetails).toEqual({ type: 'click', path: 'a' });
  expect(native).not.toHaveProperty('metadata');
});

test.each<[string, ExportedEvent['type'], string, ExportedEvent['details']]>([
  [
    'keeps the order of details that say their type',
    'browserEvent',
    'cursorTracking',
    { clientX: 5, type: 'cursorTracking', trackingType: 'positionUpdate' },
  ],
  ['leaves a named message of the page as it was', 'customEvent', 'MODAL_SHOW', { name: 'MODAL_SHOW', id: 3 }],
  ['leaves a message without a name as it was', 'customEvent', 'customEvent', { id: 3 }],
])('logui %s', (_, type, name, details) => {
  const native = toLogUI({ ...event, dialect: 'native', type, name, details });
  expect(JSON.stringify(native.eventDetails)).toBe(JSON.stringify(details));
});

test('values from before the handshake’s reply are replaced by those the door worked out', () => {
  const early = {
    timestamps: { sinceSessionStartMillis: 1_795_299_769_345, sinceLogUILoadMillis: null },
    corrected: { sinceSessionStartMillis: 345 },
  };
  const given = toLogUI({ ...event, extra: early });
  expect(given.timestamps).toEqual({
    eventTimestamp: '2026-11-21T22:22:49.345Z',
    sinceSessionStartMillis: 345,
    sinceLogUILoadMillis: null,
  });
});

// json.dumps of CPython 3.11.
test.each([
  [{ a: [1, 2.5, null, true], b: {} }, '{"a": [1, 2.5, null, true], "b": {}}'],
  ['é😀\u007f\u2028"\\\n', '"\\u00e9\\ud83d\\ude00\\u007f\\u2028\\"\\\\\\n"'],
  [[], '[]'],
])('Python would write %j so', (value, text) => {
  expect(pythonJson(value)).toBe(text);
});
