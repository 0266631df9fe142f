import { expect, test } from 'vitest';
import { findingsOf } from './findings-of.ts';

const names = { ownHandlers: ['mine'], sourcers: ['elementAttribute'], isSelector: (text: string) => !text.includes('!') };
const right = {
  logUIConfiguration: { endpoint: 'wss://example.org/ws/endpoint/', authorisationToken: 't' },
  applicationSpecificData: {},
  trackingConfiguration: {},
};
const withGroup = (group: unknown) => ({ ...right, trackingConfiguration: { a: group } });
const withOptions = (options: object) => ({ ...right, logUIConfiguration: { ...right.logUIConfiguration, ...options } });
const click = { selector: 'p', event: 'click' };

test.each([
  ['the least', right],
  [
    'browser events in both places',
    { ...withOptions({ browserEvents: { trackCursor: false } }), browserEvents: { cursorUpdateFrequency: 0 } },
  ],
  ['what LogUI takes and ignores', withOptions({ cacheSize: 'ten', reconnectAttempts: 3, sessionUUID: null })],
  ['an empty name', withGroup({ ...click, name: '' })],
  ['properties of a handler of the page’s own', withGroup({ selector: 'p', event: 'mine', properties: { anything: 1 } })],
  ['metadata from a function', withGroup({ ...click, metadata: [{ nameForLog: 'n', sourcer: 'elementAttribute', lookFor: () => 1 }] })],
])('%s is right', (_, config) => {
  expect(findingsOf(config, names)).toEqual({ problems: [], unknown: [] });
});

test.each<[unknown, string[]]>([
  [null, ['the configuration: expected an object, got null']],
  [[], ['the configuration: expected an object, got a list']],
  [{}, ['logUIConfiguration: is missing', 'applicationSpecificData: is missing', 'trackingConfiguration: is missing']],
  [{ ...right, applicationSpecificData: 'x' }, ['applicationSpecificData: expected an object, got "x"']],
  [withOptions({ verbose: 'yes' }), ['logUIConfiguration.verbose: expected true or false, got "yes"']],
  [withOptions({ cookies: ['a', 1] }), ['logUIConfiguration.cookies[1]: expected a text, got 1']],
  [withOptions({ dispatcher: 'x' }), ['logUIConfiguration.dispatcher: expected "server" or "console", got "x"']],
  [{ ...right, browserEvents: { cursorUpdateFrequency: 'fast' } }, ['browserEvents.cursorUpdateFrequency: expected a number, got "fast"']],
  [
    withGroup({ selector: '!', event: '' }),
    ['trackingConfiguration.a.selector: expected a CSS selector, got "!"', 'trackingConfiguration.a.event: expected a text, got ""'],
  ],
  [withGroup({ ...click, metadata: {} }), ['trackingConfiguration.a.metadata: expected a list, got an object']],
  [
    withGroup({ ...click, metadata: [{ nameForLog: 'n', sourcer: 'x' }] }),
    [
      'trackingConfiguration.a.metadata[0].lookFor: is missing',
      'trackingConfiguration.a.metadata[0].sourcer: expected one of elementAttribute, got "x"',
    ],
  ],
  [
    withGroup({ ...click, properties: { minimumShare: 0 } }),
    ['trackingConfiguration.a.properties.minimumShare: expected a number above 0 and at most 1, got 0'],
  ],
])('%j has problems', (config, problems) => {
  expect(findingsOf(config, names).problems).toEqual(problems);
});

test('keys that nobody knows are named, and stop nothing', () => {
  const { problems, unknown } = findingsOf({ ...withGroup({ ...click, propertes: {} }), browserEvent: {} }, names);
  expect(problems).toEqual([]);
  expect(unknown.map(({ path, key }) => [path, key])).toEqual([
    ['trackingConfiguration.a.propertes', 'propertes'],
    ['browserEvent', 'browserEvent'],
  ]);
});
