import { expect, test } from 'vitest';
import { event } from '../event.fake.ts';
import { pageReadings } from './page-readings.ts';

const URL_A = 'https://shop.example/a?x=1';
const started = (height: number) => event('started', 0, { viewportResolution: { width: 800, height } });
const scrolled = (at: number, to: number, depth: number) =>
  event('pageScroll', at, { scrollY: to, fromY: 0, depth, maxDepth: depth, durationMs: 100 });

test('a reading for each page, with its views in whole pixels and milliseconds', () => {
  const readings = pageReadings([
    started(800),
    event('pageView', 0, { url: URL_A }),
    scrolled(1_100, 800.4, 0.4),
    event('pageView', 3_000, { url: 'https://shop.example/b' }),
    event('cursorTracking', 3_100, { path: '#one', trackingType: 'positionUpdate' }),
    event('cursorTracking', 3_400, { path: '#two', trackingType: 'positionUpdate' }),
    event('pageLeft', 4_000),
  ]);
  expect(readings).toEqual([
    {
      page: '/a',
      views: [
        {
          times: 1,
          viewport: 800,
          height: 4_001,
          reached: 40,
          rests: [
            { top: 0, viewport: 800, ms: 1_000 },
            { top: 800, viewport: 800, ms: 1_900 },
          ],
        },
      ],
      elements: [],
    },
    {
      page: '/b',
      views: [{ times: 1, viewport: 800, height: undefined, reached: undefined, rests: [{ top: 0, viewport: 800, ms: 1_000 }] }],
      elements: [{ path: '#one', rage: 0, hoverMs: 300 }],
    },
  ]);
});

test.each([
  [65_535, 65_535],
  [65_536, 65_535],
  [1e300, 65_535],
  [0.4, undefined],
])('a viewport of %s px is kept as %s', (given, kept) => {
  const [reading] = pageReadings([started(given), event('pageView', 0, { url: URL_A }), event('pageLeft', 10)]);
  expect(reading?.views[0]?.viewport).toBe(kept);
});

test.each([
  ['beyond any page', 1e300, 1, 2 ** 24 - 1],
  ['above its top', -1e300, 1, undefined],
])('a page scrolled to a place %s leaves numbers that can be kept', (_, to, depth, height) => {
  const [reading] = pageReadings([started(800), event('pageView', 0, { url: URL_A }), scrolled(200, to, depth), event('pageLeft', 900)]);
  expect(reading?.views[0]?.height).toBe(height);
  expect(reading?.views[0]?.rests.at(-1)).toMatchObject({ top: Math.sign(to) * (2 ** 24 - 1), ms: 700 });
});

test('an address without a path is no page', () => expect(pageReadings([event('pageView', 0, { url: 'about:blank' })])).toEqual([]));
