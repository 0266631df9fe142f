import { expect, test } from 'vitest';
import { event } from './event.fake.ts';
import { measure } from './measure.ts';
import { METRICS } from './metrics.ts';
import { pertinent } from './pertinent.ts';

const general = ['time', 'activity', 'frustration', 'quality'];

test.each([
  ['no event', [], []],
  ['a click', [event('click', 0, { path: '#a' })], []],
  ['a query', [event('query', 0, { query: 'rome' })], ['search']],
  ['a fixation', [event('gaze_fixation', 0, { element: 'price', duration_ms: 200 })], ['gaze']],
  ['a field', [event('focusin', 0, { name: 'email' })], ['forms']],
  ['a hover', [event('mouseenter', 0, { name: 'a' }), event('mouseleave', 500, { name: 'a' })], ['pointer']],
  [
    'a scroll',
    [event('pageView', 0, { url: '/' }), event('pageScroll', 9, { scrollY: 5, fromY: 0, depth: 0.5, maxDepth: 0.5 })],
    ['scroll'],
  ],
])('a session with %s shows the general groups and %j', (_, events, groups) => {
  const shown = new Set(pertinent(METRICS, measure(events, ...METRICS)).map(({ group }) => group));
  expect([...shown].toSorted()).toEqual([...general, ...groups].toSorted());
});
