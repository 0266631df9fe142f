import type { Told } from './told.ts';

const scroll = (fromY: number, scrollY: number, viewport: number, height: number, of: object = {}) => ({
  fromY,
  scrollY,
  depth: Math.round(((scrollY + viewport) / height) * 1_000) / 1_000,
  durationMs: 400,
  ...of,
});

/** Pages that are left soon, pages that only lead on, and one that is scrolled, shown smaller, grown and gone to and fro. */
export const SCROLLING: readonly Told[] = [
  [2_350_000, 'pageView', { url: '/list' }],
  [2_360_000, 'pageView', { url: '/item' }],
  [2_366_999, 'pageView', { url: '/list' }],
  [2_370_000, 'pageView', { url: '/jump' }],
  [2_370_299, 'pageView', { url: '/list' }],
  [2_372_000, 'pageView', { url: '/item' }],
  [2_379_000, 'pageView', { url: '/list' }],
  [2_380_000, 'pageView', { url: '/long' }],
  [2_382_400, 'pageScroll', scroll(0, 1_000, 800, 4_000, { maxDepth: 0.45 })],
  [2_384_000, 'viewportResize', { viewportWidth: 1_000, viewportHeight: 500 }],
  [2_386_400, 'pageScroll', scroll(1_000, 250, 500, 4_000, { maxDepth: 0.45 })],
  [2_388_000, 'pageScroll', scroll(250, 4_500, 500, 5_000, { maxDepth: 1, durationMs: 900 })],
  ...[4_500, 0, 4_500, 0, 4_500, 0]
    .slice(1)
    .map<Told>((to, index) => [2_390_000 + index * 1_500, 'pageScroll', scroll(to === 0 ? 4_500 : 0, to, 500, 5_000, { maxDepth: 1 })]),
  [2_420_000, 'pageView', { url: '/short' }],
  [2_421_000, 'pageScroll', scroll(0, 300, 500, 900, { maxDepth: 0.889, durationMs: 0 })],
];
