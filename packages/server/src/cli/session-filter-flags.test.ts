import { SESSION_FILTER } from '@sightline/protocol';
import { expect, test } from 'vitest';
import { commandLine } from './command-line.ts';
import { FILTER_HELP, FILTER_OPTIONS, sessionFilter } from './session-filter-flags.ts';

const read = (line: string) =>
  sessionFilter(commandLine({ args: line.split(' '), options: FILTER_OPTIONS, settings: [], io: { env: {} } }));

test('a command line says all that the session filter can, and the help names every flag', () => {
  const filter = read(
    [
      '--from 2026-11-21 --to 2026-11-21T10:00Z --search ada --min-events 3 --live no --where condition:c2 --where condition:c1',
      '--where-not task:none --with-excluded --did purchase --did-not error --sequence page:/ --sequence event:purchase --within 1.5',
      '--page /shop/* --device phone --device tablet',
    ].join(' '),
  );
  expect(filter).toEqual({
    from: Date.UTC(2026, 10, 21),
    to: Date.UTC(2026, 10, 21, 10),
    search: 'ada',
    minEvents: 3,
    live: false,
    where: ['condition:c2', 'condition:c1'],
    whereNot: ['task:none'],
    excluded: true,
    did: ['purchase'],
    didNot: ['error'],
    sequence: ['page:/', 'event:purchase'],
    within: 1_500,
    page: ['/shop/*'],
    device: ['phone', 'tablet'],
  });
  expect(['flight', ...Object.keys(filter)].toSorted()).toEqual(Object.keys(SESSION_FILTER).toSorted());
  for (const flag of Object.keys(FILTER_OPTIONS)) expect(FILTER_HELP).toContain(`--${flag}`);
});

test('nothing said is nothing asked', () => {
  expect(sessionFilter({ values: {}, lists: {} })).toEqual({});
});
