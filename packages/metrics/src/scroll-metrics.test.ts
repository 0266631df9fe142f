import { describe, expect, test } from 'vitest';
import { event } from './event.fake.ts';
import { excessiveScroll } from './excessive-scroll.ts';
import { measure } from './measure.ts';
import { scrollDepthContent } from './scroll-depth-content.ts';
import { scrollDepthScroll } from './scroll-depth-scroll.ts';
import { scrollTravel } from './scroll-travel.ts';
import { withParameters } from './with-parameters.ts';

const started = (height: number) => event('started', 0, { viewportResolution: { width: 800, height } });
const page = (at: number, url: string) => event('pageView', at, { url });
/** Scrolls a page of that height in a viewport of 500 px. */
const scroll = (at: number, fromY: number, scrollY: number, height: number) => {
  const depth = (scrollY + 500) / height;
  return event('pageScroll', at, { fromY, scrollY, depth, maxDepth: Math.max(depth, (fromY + 500) / height), durationMs: 100 });
};

describe('scroll depth', () => {
  test.each([
    ['half way down', [scroll(10, 0, 750, 2_000)], 0.5, 0.625],
    ['at the end', [scroll(10, 0, 1_500, 2_000)], 1, 1],
    ['down and up again', [scroll(10, 0, 750, 2_000), scroll(20, 750, 0, 2_000)], 0.5, 0.625],
    ['a page that cannot scroll', [scroll(10, 0, 0, 500)], 1, 1],
    ['a page that grew: heights as they were', [scroll(10, 0, 500, 1_000), scroll(20, 500, 600, 10_000)], 1, 1],
  ])('%s', (_, scrolls, ofScroll, ofContent) => {
    const [byScroll, byContent] = measure([started(500), page(1, '/a'), ...scrolls], scrollDepthScroll, scrollDepthContent);
    expect([byScroll, byContent]).toEqual([[{ url: '/a', at: 1, depth: ofScroll }], [{ url: '/a', at: 1, depth: ofContent }]]);
  });
  test('is told for each page view that was scrolled', () => {
    const events = [started(500), page(1, '/a'), scroll(10, 0, 500, 1_000), page(20, '/b'), page(30, '/c'), scroll(40, 0, 250, 1_000)];
    expect(measure(events, scrollDepthContent)[0].map(({ url, depth }) => [url, depth])).toEqual([
      ['/a', 1],
      ['/c', 0.75],
    ]);
  });
  test('of scroll needs the viewport’s height', () => {
    expect(measure([page(1, '/a'), scroll(10, 0, 500, 1_000)], scrollDepthScroll)[0]).toEqual([{ url: '/a', at: 1, depth: null }]);
  });
  test('follows a viewport that was resized', () => {
    const events = [started(900), page(1, '/a'), event('viewportResize', 5, { viewportHeight: 500 }), scroll(10, 0, 750, 2_000)];
    expect(measure(events, scrollDepthScroll)[0]).toEqual([{ url: '/a', at: 1, depth: 0.5 }]);
  });
});

/** Up and down by a viewport on a page of that height, so often. */
const shaken = (ways: number, height: number, px = 500) =>
  Array.from({ length: ways }, (_, index) => (index % 2 === 0 ? scroll(10 + index, 0, px, height) : scroll(10 + index, px, 0, height)));

describe('scroll travel', () => {
  test.each([
    ['one way', [scroll(10, 0, 500, 1_000)], 500, 0],
    ['ways in one direction are one', [scroll(10, 0, 300, 1_000), scroll(11, 300, 500, 1_000), scroll(12, 500, 0, 1_000)], 1_000, 1],
    ['ways of 499 px are too short to reverse', shaken(6, 1_000, 499), 2_994, 0],
    ['ways of one viewport reverse', shaken(6, 1_000), 3_000, 5],
  ])('%s', (_, scrolls, travelPx, reversals) => {
    expect(measure([started(500), page(1, '/a'), ...scrolls], scrollTravel)[0]).toMatchObject([{ travelPx, reversals }]);
  });
});

const norms = (sessions: number, mean: number, deviation: number) => ({ norms: { '/a': { sessions, mean, deviation } } });

describe('excessive scrolling', () => {
  test.each([
    ['5.5 heights with reversals are', shaken(11, 1_000), {}, 1],
    ['5 heights are not', shaken(10, 1_000), {}, 0],
    ['3 reversals are not', shaken(4, 1_000), { heights: 1 }, 0],
    ['4 reversals are', shaken(5, 1_000), { heights: 1 }, 1],
    ['29 sessions of the page are too few to compare', shaken(11, 1_000), norms(29, 9, 1), 1],
    ['among 30 it is compared: 2 deviations above are not', shaken(11, 1_000), norms(30, 4.5, 0.5), 0],
    ['more than 2 are', shaken(11, 1_000), norms(30, 4.4, 0.5), 1],
  ])('%s', (_, scrolls, changed, count) => {
    expect(measure([started(500), page(1, '/a'), ...scrolls], withParameters(excessiveScroll, changed))).toEqual([count]);
  });
});
