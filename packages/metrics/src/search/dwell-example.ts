import type { ExampleEvent } from '../metric.ts';

/** Two results that were visited: one for long, one left at once. */
export const DWELL: readonly ExampleEvent[] = [
  [0, 'pageView', { url: '/search' }],
  [0, 'query', { query: 'hotels rome' }],
  [5_000, 'click', { name: 'result' }, { metadata: [{ name: 'rank', value: '1' }] }],
  [5_500, 'pageView', { url: '/hotel' }],
  [30_000, 'visibilityChange', { visible: false }],
  [40_000, 'visibilityChange', { visible: true }],
  [50_500, 'pageView', { url: '/hotel/rooms' }],
  [150_000, 'pageView', { url: '/search' }],
  [160_000, 'click', { name: 'result' }, { metadata: [{ name: 'rank', value: '2' }] }],
  [160_500, 'pageView', { url: '/hostel' }],
  [165_000, 'pageView', { url: '/search' }],
];
