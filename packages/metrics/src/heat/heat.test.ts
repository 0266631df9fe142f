import { expect, test } from 'vitest';
import { event } from '../event.fake.ts';
import type { MeasuredEvent } from '../metric.ts';
import { bandMap, median } from './band-map.ts';
import { elementSignals } from './element-signals.ts';
import { pageMatch, pathOfUrl } from './page-match.ts';
import { viewedPages } from './viewed-pages.ts';

const URL_A = 'https://shop.example/a?x=1';
const isA = pageMatch('/a');
const started = (height = 1_000) => event('started', 0, { viewportResolution: { width: 800, height } });
const bands = (...events: MeasuredEvent[]) => bandMap(viewedPages(events, isA), 10);

test.each([
  ['https://a.example/b/c?d#e', '/b/c'],
  ['https://a.example', ''],
  ['HTTP://a.example:80/', '/'],
  ['/b', ''],
  ['', ''],
])('the path of %j is %j', (url, path) => expect(pathOfUrl(url)).toBe(path));

test.each([
  ['/a', 'https://x/a', true],
  ['/a', 'https://x/a/b', false],
  ['/a*', 'https://x/a/b', true],
  ['/a/*', 'https://x/a', false],
])('%s means %s: %s', (path, url, is) => expect(pageMatch(path)(url)).toBe(is));

test('a view that was scrolled to the end reaches every band; time counts where the viewport rested', () => {
  const map = bands(
    started(),
    event('pageView', 0, { url: URL_A }),
    event('pageScroll', 1_400, { scrollY: 9_000, fromY: 0, depth: 1, maxDepth: 1, durationMs: 400 }),
    event('pageLeft', 4_400),
  );
  expect(map).toMatchObject({ views: 1, viewsKnown: 1, heightPx: 10_000, viewportPx: 1_000 });
  expect(map.reached).toEqual(Array.from({ length: 10 }, () => 1));
  expect(map.seenMs).toEqual([1_000, 0, 0, 0, 0, 0, 0, 0, 0, 3_000]);
});

test('a view that was not scrolled takes its height from the others', () => {
  const map = bands(
    started(),
    event('pageView', 0, { url: URL_A }),
    event('pageScroll', 10, { scrollY: 1_000, fromY: 0, depth: 0.2, maxDepth: 0.2, durationMs: 10 }),
    event('pageLeft', 10),
    event('pageView', 20, { url: URL_A }),
    event('pageLeft', 520),
  );
  expect(map).toMatchObject({ views: 2, viewsKnown: 2, heightPx: 10_000 });
  expect(map.reached).toEqual([2, 1, 0, 0, 0, 0, 0, 0, 0, 0]);
  expect(map.seenMs[0]).toBe(500);
});

test('without any scrolling and without a viewport nothing is claimed', () => {
  const map = bands(event('pageView', 0, { url: URL_A }), event('pageLeft', 500));
  expect(map).toMatchObject({ views: 1, viewsKnown: 0, heightPx: null, viewportPx: null });
});

test.each([
  [0.049, 0],
  [0.05, 1],
  [0.149, 1],
  [0.15, 2],
])('a depth of %s reaches the middles of %s bands', (depth, count) => {
  const map = bands(
    started(),
    event('pageView', 0, { url: URL_A }),
    event('pageScroll', 10, { scrollY: 5, fromY: 0, depth, maxDepth: depth, durationMs: 1 }),
  );
  expect(map.reached.filter((views) => views > 0)).toHaveLength(count);
});

test('hidden time is not seen, and other pages do not count', () => {
  const map = bands(
    started(),
    event('pageView', 0, { url: URL_A }),
    event('visibilityChange', 100, { visible: false }),
    event('visibilityChange', 300, { visible: true }),
    event('pageScroll', 400, { scrollY: 9_000, fromY: 0, depth: 1, maxDepth: 1, durationMs: 0 }),
    event('pageView', 400, { url: 'https://shop.example/b' }),
    event('pageLeft', 9_000),
  );
  expect(map.views).toBe(1);
  expect(map.seenMs[0]).toBe(200);
});

test('rage goes to the element, hovering from one position to the next, and not into another view', () => {
  const at = (time: number, path: string) => event('cursorTracking', time, { path, trackingType: 'positionUpdate' });
  const views = viewedPages(
    [
      started(),
      event('pageView', 0, { url: URL_A }),
      at(100, '#one'),
      at(400, '#two'),
      event('cursorTracking', 450, { trackingType: 'cursorLeftViewport' }),
      at(5_000, '#one'),
      ...[0, 1, 2].map((index) => event('click', 6_000 + index, { path: '#buy' })),
      event('pageView', 7_000, { url: URL_A }),
      at(7_100, '#one'),
    ],
    isA,
  );
  expect(elementSignals(views)).toEqual([
    { path: '#buy', rage: 1, hoverMs: 0 },
    { path: '#one', rage: 0, hoverMs: 300 },
    { path: '#two', rage: 0, hoverMs: 50 },
  ]);
});

test.each([
  [[], null],
  [[3], 3],
  [[1, 2], 1.5],
  [[9, 1, 5], 5],
])('the median of %j is %s', (numbers, middle) => expect(median(numbers)).toBe(middle));
