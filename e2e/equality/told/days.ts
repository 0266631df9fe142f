import type { Told } from './told.ts';

const presence = (until: number, from: number, state: string, more: object = {}): Told => [
  until,
  'presence',
  { state, lengthMs: until - from, ...more },
];

/** Two tabs, a long idle stretch, more than half an hour hidden, a machine that slept: what takes too long to wait for. */
export const FIRST_TAB: readonly Told[] = [
  [0, 'started', { viewportResolution: { width: 1_000, height: 800 } }],
  presence(20_000, 0, 'active', { idleMs: 30_000 }),
  presence(52_500, 20_000, 'focused'),
  presence(95_000, 52_500, 'hidden'),
  presence(110_000, 95_000, 'active', { jumpMs: 250 }),
  presence(200_000, 110_000, 'focused', { jumpMs: 249 }),
  presence(230_000, 200_000, 'active', { jumpMs: -400 }),
  presence(260_000, 230_000, 'visible'),
  presence(2_190_000, 260_000, 'hidden'),
  presence(2_200_000, 2_190_000, 'asleep'),
  presence(2_400_000, 2_200_000, 'active'),
  presence(2_470_000, 2_400_000, 'focused'),
  [52_500, 'viewportFocusChange', { hasFocus: false }],
  [95_000, 'viewportFocusChange', { hasFocus: true }],
  [230_000, 'viewportFocusChange', { hasFocus: false }],
  [230_249, 'viewportFocusChange', { hasFocus: true }],
  [260_000, 'viewportFocusChange', { hasFocus: false }],
  [2_200_000, 'viewportFocusChange', { hasFocus: true }],
  [2_201_000, 'outboxChanged', { storage: 'memory', reason: 'the disk is full', dropped: 12 }],
  [2_201_100, 'outboxChanged', { storage: 'memory', reason: 'the disk is full', dropped: 5 }],
  [2_201_200, 'trackerFailed', { message: 'x is undefined' }],
  [2_201_300, 'viewportZoom', { scale: 1, pixelRatio: 1.5 }],
  [2_201_400, 'viewportZoom', { scale: 2, pixelRatio: 1.5 }],
  [2_201_500, 'clipboard', { action: 'paste' }],
  [2_201_600, 'clipboard', { action: 'cut' }],
  [2_470_000, 'pageLeft', { cause: 'hide' }],
];

export const SECOND_TAB: readonly Told[] = [
  [52_500, 'started', { viewportResolution: { width: 1_000, height: 600 } }],
  [52_500, 'pageView', { url: '/d3' }],
  [52_600, 'viewportFocusChange', { hasFocus: true }],
  presence(60_000, 52_500, 'focused'),
  presence(90_000, 60_000, 'active'),
  presence(100_000, 90_000, 'visible'),
  [90_000, 'viewportFocusChange', { hasFocus: false }],
  [100_000, 'pageLeft', { cause: 'hide' }],
];
