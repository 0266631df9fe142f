import { every, type Told } from './told.ts';

const at = (clientX: number, clientY: number, of: object = {}) => ({ clientX, clientY, trackingType: 'positionUpdate', ...of });
const CLICK = { path: '#go', tag: 'button', button: 0, trusted: true, x: 0, y: 0 };
const zigzag = (turns: number, px: number) =>
  Array.from({ length: turns + 2 }, (_, turn) => at(turn % 2 === 0 ? 100 : 100 + px, 300 + turn));

/** The pointer's ways: bent, straight, upright, closed, with rests and slow stretches, and to and fro at the bounds of thrashing. */
export const POINTING: readonly Told[] = [
  [2_300_000, 'pageView', { url: '/point' }],
  ...every(50, 2_300_500, 'cursorTracking', [at(10, 10), at(10, 10), at(30, 80), at(90, 95), at(80, 140), at(200, 210.5)]),
  [2_301_500, 'cursorTracking', at(260, 200)],
  [2_302_100, 'cursorTracking', at(300, 240)],
  [2_302_300, 'click', CLICK],
  ...every(40, 2_303_000, 'cursorTracking', [at(300, 400), at(250, 380), at(310, 300), at(300, 290), at(280, 100), at(280, 100)]),
  [2_303_900, 'click', CLICK],
  ...every(60, 2_304_000, 'cursorTracking', [at(400, 50), at(350, 200), at(450, 260), at(400, 500)]),
  [2_304_900, 'click', CLICK],
  ...every(60, 2_305_000, 'cursorTracking', [at(100, 100), at(180, 130), at(170, 60), at(100, 100)]),
  [2_305_900, 'click', CLICK],
  [2_306_000, 'cursorTracking', at(100, 100)],
  [
    2_306_180,
    'cursorTracking',
    at(220, 60, {
      points: [
        [110, 100.5, 5_010.25],
        [140, 80, 5_070.5],
        [190, 90, 5_130.75],
        [220, 60, 5_180.75],
      ],
    }),
  ],
  [2_306_800, 'click', CLICK],
  [2_307_000, 'cursorTracking', at(5, 5)],
  [2_307_500, 'click', CLICK],
  // Six turns in 2 s, five, six on too short a way, six that a click cuts, six that begin a second episode.
  ...every(250, 2_310_000, 'cursorTracking', zigzag(7, 150)),
  ...every(250, 2_314_000, 'cursorTracking', zigzag(5, 200)),
  ...every(250, 2_318_000, 'cursorTracking', zigzag(6, 90)),
  ...every(250, 2_322_000, 'cursorTracking', zigzag(7, 200)),
  [2_323_100, 'click', CLICK],
  ...every(200, 2_326_000, 'cursorTracking', zigzag(9, 300)),
  ...every(100, 2_329_000, 'cursorTracking', zigzag(20, 41)),
  [2_333_000, 'cursorTracking', at(0, 0, { trackingType: 'cursorEnteredViewport' })],
  ...every(200, 2_333_200, 'cursorTracking', zigzag(8, 120)),
  // At rest in what is clicked: 500 ms, 499 ms, moving slowly, moving a little faster, left and entered again.
  ...every(500, 2_340_000, 'mouseenter', [{ name: 'buy' }]),
  [2_340_500, 'mouseClick', { name: 'buy' }],
  [2_341_000, 'mouseenter', { name: 'buy' }],
  [2_341_499, 'mouseClick', { name: 'buy' }],
  [2_342_000, 'mouseenter', { name: 'slow' }],
  ...every(
    100,
    2_342_100,
    'cursorTracking',
    [0, 0.4, 0.8, 1.2, 1.6, 2, 2.4, 40].map((x) => at(100 + x, 100)),
  ),
  [2_343_000, 'mouseClick', { name: 'slow' }],
  [2_344_000, 'mouseenter', { name: 'fast' }],
  ...every(
    100,
    2_344_100,
    'cursorTracking',
    [0, 1, 2, 3, 4, 5].map((x) => at(200 + x, 100)),
  ),
  [2_344_700, 'mouseClick', { name: 'fast' }],
  [2_345_000, 'mouseenter', { name: 'twice' }],
  [2_345_600, 'mouseleave', { name: 'twice' }],
  [2_345_700, 'mouseenter', { name: 'twice' }],
  [2_345_799, 'mouseleave', { name: 'twice' }],
  [2_345_900, 'mouseenter', { name: 'twice' }],
  [2_346_000, 'cursorTracking', at(300, 100)],
  [2_346_900, 'click', { ...CLICK, name: 'twice' }],
  [2_346_920, 'mouseenter'],
  [2_346_990, 'mouseenter', { name: 'enter' }],
  [2_347_200, 'mouseleave', { name: 'leave' }],
  [2_347_230, 'mouseleave'],
  [2_347_240, 'mouseenter', { name: 'edge' }],
  [2_347_340, 'mouseleave', { name: 'edge' }],
  [2_347_400, 'mouseenter', { name: 'edge' }],
  [2_348_000, 'pageView', { url: '/cut' }],
  [2_348_100, 'mouseleave', { name: 'edge' }],
];
