import { expect, test } from 'vitest';
import { event } from './event.fake.ts';
import { measure } from './measure.ts';
import { viewportTimeMap } from './viewport-time-map.ts';
import { withParameters } from './with-parameters.ts';

const START = [event('started', 0, { viewportResolution: { height: 500 } }), event('pageView', 1, { url: '/a' })];
const scroll = (at: number, fromY: number, scrollY: number) =>
  event('pageScroll', at, { fromY, scrollY, depth: (scrollY + 500) / 1_000, maxDepth: 1, durationMs: 200 });
const left = (at: number) => event('pageLeft', at, { cause: 'hide' });
const quarters = withParameters(viewportTimeMap, { bins: 4 });

test.each([
  ['the upper half, then the lower', [scroll(1_201, 0, 500), left(4_201)], [1_000, 1_000, 3_000, 3_000]],
  ['a bin half inside counts half', [scroll(1_201, 0, 125), left(1_401)], [1_100, 1_200, 100, 0]],
  ['nothing tells how long the last rest was', [scroll(1_201, 0, 500)], [1_000, 1_000, 0, 0]],
  [
    'hidden time is left out',
    [
      event('visibilityChange', 501, { visible: false }),
      scroll(1_201, 0, 500),
      event('visibilityChange', 3_201, { visible: true }),
      left(4_201),
    ],
    [500, 500, 1_000, 1_000],
  ],
])('%s', (_, events, binsMs) => {
  expect(measure([...START, ...events], quarters)[0]).toEqual([{ url: '/a', at: 1, heightPx: 1_000, binsMs }]);
});

test('a page of unknown height has no map', () => {
  expect(measure([event('pageView', 1, { url: '/a' }), scroll(900, 0, 500)], viewportTimeMap)[0]).toEqual([]);
});
