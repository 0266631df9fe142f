import { expect, test } from 'vitest';
import { event } from '../event.fake.ts';
import { pageMatch } from '../heat/page-match.ts';
import { viewedPages } from '../heat/viewed-pages.ts';
import { areaHits } from './area-hits.ts';
import { areaMeasure } from './area-measure.ts';
import { areaTransitions } from './area-transitions.ts';
import { areaReading } from './area-reading.ts';

const whole = (path: string) => ({ path, left: 0, top: 0, right: 1, bottom: 1 });
const half = (path: string) => ({ path, left: 0, top: 0, right: 0.5, bottom: 1 });
const at = (x: number) => ({ elementX: x, elementY: 10, elementWidth: 200, elementHeight: 20 });

test.each([
  ['the element itself', [whole('#list')], { path: '#list' }, true],
  ['an element inside of it', [whole('#list')], { path: '#list > li:nth-of-type(2) > a' }, true],
  ['one inside its shadow root', [whole('#list')], { path: '#list >>> a' }, true],
  ['one whose name only begins alike', [whole('#list')], { path: '#list2' }, false],
  ['half of an element: its edge', [half('main')], { path: 'main', ...at(100) }, true],
  ['half of an element: beyond', [half('main')], { path: 'main', ...at(101) }, false],
  ['half of an element: what is inside it is not said to be in', [half('main')], { path: 'main > a' }, false],
  ['half of an element: a place that is not known is the middle', [half('main')], { path: 'main' }, true],
  ['a fixation by its element', [whole('#list')], { element: '#list' }, true],
  ['nothing said', [whole('#list')], {}, false],
])('%s', (_, parts, details, is) => expect(areaHits(parts)(event('click', 0, details))).toBe(is));

const shape = { parts: [whole('#buy')], top: 0.5, bottom: 0.6 };
const read = (...events: ReturnType<typeof event>[]) =>
  areaReading(
    viewedPages(
      [event('started', 0, { viewportResolution: { width: 800, height: 1_000 } }), event('pageView', 0, { url: 'https://x/a' }), ...events],
      pageMatch('/a'),
    ),
    shape,
    10_000,
  );

test('clicks, hovering, view and gaze of one session', () => {
  const reading = read(
    event('cursorTracking', 100, { path: '#buy', trackingType: 'positionUpdate' }),
    event('cursorTracking', 350, { path: 'body', trackingType: 'positionUpdate' }),
    event('gaze_fixation', 500, { element: '#buy', duration_ms: 120 }),
    event('gaze_fixation', 700, { element: 'h1', duration_ms: 80 }),
    event('click', 900, { path: '#buy' }),
    event('pageScroll', 1_000, { scrollY: 4_500, fromY: 0, depth: 0.55, maxDepth: 0.55, durationMs: 0 }),
    event('pageLeft', 3_000),
  );
  expect(reading).toEqual({
    clicks: 1,
    firstClickMs: 900,
    hoverMs: 250,
    inViewMs: 2_000,
    gaze: { fixations: 1, dwellMs: 120, pageMs: 200, firstMs: 500 },
    unplaced: 0,
  });
});

test.each([
  [4_499, 0],
  [4_500, 2_000],
  [5_500, 2_000],
  [5_501, 0],
])('with its upper edge at %i px the viewport shows half of the area or not', (scrollY, ms) => {
  const reading = read(
    event('pageScroll', 1_000, { scrollY, fromY: 0, depth: (scrollY + 1_000) / 10_000, maxDepth: 1, durationMs: 0 }),
    event('pageLeft', 3_000),
  );
  expect(reading.inViewMs).toBe(ms);
});

const drawn = { ...shape, page: { width: 800, boxes: [{ left: 100, top: 200, right: 300, bottom: 400 }] } };
const fixation = (when: number, details: object) => event('gaze_fixation', when, { duration_ms: 100, ...details });
/** A view of /a in a viewport of a width, with fixations. */
const lookedAt = (width: number | undefined, ...looks: ReturnType<typeof event>[]) =>
  viewedPages(
    [
      ...(width === undefined ? [] : [event('started', 0, { viewportResolution: { width, height: 1_000 } })]),
      event('pageView', 0, { url: 'https://x/a' }),
      ...looks,
      event('pageLeft', 9_000),
    ],
    pageMatch('/a'),
  );

test.each([
  ['in its middle', { pageX: 200, pageY: 300 }, true],
  ['on its upper left corner', { pageX: 100, pageY: 200 }, true],
  ['a hair left of it', { pageX: 99.9, pageY: 300 }, false],
  ['on its right edge, which is the next area’s', { pageX: 300, pageY: 300 }, false],
  ['on its lower edge', { pageX: 200, pageY: 400 }, false],
  ['outside of every area of the laboratory’s, in it by its place', { element: 'unknown', pageX: 200, pageY: 300 }, true],
  ['of another element, wherever that was', { element: 'h1', pageX: 200, pageY: 300 }, false],
  ['of its element, wherever that was', { element: '#buy', pageX: 0, pageY: 0 }, true],
  ['without element or place', {}, false],
  ['with half a place', { pageX: 200 }, false],
])('a fixation %s', (_, details, isIn) => {
  const { gaze, unplaced } = areaReading(lookedAt(800, fixation(500, details)), drawn, null);
  expect(gaze).toEqual({ fixations: isIn ? 1 : 0, dwellMs: isIn ? 100 : 0, pageMs: 100, firstMs: isIn ? 500 : undefined });
  expect(unplaced).toBe(0);
});

test.each([
  ['in the width that the area was drawn in', 800, drawn, 1, 0],
  ['in another width', 799, drawn, undefined, 1],
  ['in a width that nothing tells', undefined, drawn, 1, 0],
  ['by an area that does not tell where it is', 800, shape, undefined, 1],
])('a place on the page, shown %s', (_, width, area, fixations, unplaced) => {
  const reading = areaReading(lookedAt(width, fixation(500, { pageX: 200, pageY: 300 })), area, null);
  expect(reading.gaze?.fixations).toBe(fixations);
  expect(reading.unplaced).toBe(unplaced);
});

test('fixations that tell only their place come to what they come to by hand', () => {
  const views = lookedAt(
    800,
    fixation(1_000, { pageX: 10, pageY: 10, duration_ms: 250 }),
    fixation(1_400, { pageX: 150, pageY: 210, duration_ms: 300 }),
    fixation(1_800, { pageX: 299, pageY: 399, duration_ms: 150 }),
    fixation(2_000, { pageX: 600, pageY: 900, duration_ms: 300 }),
  );
  const elsewhere = lookedAt(1_440, fixation(700, { pageX: 200, pageY: 300 }));
  // 300 + 150 of 1,000 ms; the session in another width says nothing of the area.
  expect(areaMeasure([areaReading(views, drawn, null), areaReading(elsewhere, drawn, null)])).toMatchObject({
    sessions: 2,
    gazeSessions: 1,
    fixations: 2,
    dwellMs: 450,
    dwellShare: 0.45,
    firstFixationMs: 1_400,
    neverFixated: 0,
    fixationsUnplaced: 1,
  });
  const area = (id: string, left: number) => ({
    id,
    shape: {
      ...drawn,
      selector: null,
      drawnOn: '',
      parts: [whole(id)],
      page: { width: 800, boxes: [{ left, top: 0, right: left + 200, bottom: 1_000 }] },
    },
  });
  expect(areaTransitions(views, [area('left', 0), area('middle', 200), area('right', 500)])).toEqual([
    { from: 'left', to: 'middle', count: 1, probability: 1 },
    { from: 'middle', to: 'right', count: 1, probability: 1 },
  ]);
});

test('who never looked is censored, and what is not known is not zero', () => {
  const none = read();
  const looked = read(event('gaze_fixation', 500, { element: '#buy', duration_ms: 100 }));
  const elsewhere = read(event('gaze_fixation', 500, { element: 'h1', duration_ms: 100 }));
  expect(areaMeasure([none, looked, elsewhere])).toMatchObject({
    sessions: 3,
    clicks: 0,
    firstClickMs: null,
    hoverMs: null,
    gazeSessions: 2,
    fixations: 1,
    dwellMs: 50,
    dwellShare: 0.5,
    firstFixationMs: 500,
    neverFixated: 1,
  });
});

test('the gaze goes from area to area within a view; what lies in another area is meant by itself', () => {
  const look = (ms: number, element: string) => event('gaze_fixation', ms, { element, duration_ms: 100 });
  const page = event('pageView', 0, { url: 'https://x/a' });
  const again = event('pageView', 500, { url: 'https://x/a' });
  const views = viewedPages(
    [page, look(10, '#list'), look(20, '#buy'), look(30, 'h1'), look(40, '#buy'), again, look(510, '#list'), look(520, '#buy')],
    pageMatch('/a'),
  );
  const area = (id: string, ...parts: ReturnType<typeof whole>[]) => ({ id, shape: { ...shape, selector: null, drawnOn: '', parts } });
  const areas = [area('all', whole('#list'), whole('#buy'), whole('h2')), area('buy', whole('#buy'))];
  expect(areaTransitions(views, areas)).toEqual([{ from: 'all', to: 'buy', count: 2, probability: 1 }]);
  expect(areaTransitions([], areas)).toEqual([]);
});
