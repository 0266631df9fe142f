import { every, type Told } from './told.ts';

const button = (path: string, of: object = {}) => ({ path, tag: 'button', watchedMs: 7_000, ...of });
const click = (path: string, x: number, y: number, of: object = {}) => ({ path, tag: 'button', button: 0, trusted: true, x, y, ...of });

/** Clicks at the bounds of every rule: what followed them, errors behind them, one upon the other. */
export const CLICKING: readonly Told[] = [
  [2_208_000, 'pageView', { url: '/rage' }],
  ...every(2_000, 2_210_000, 'clickOutcome', [
    button('#a', { watchedMs: 2_500, mutationMs: 2_500 }),
    button('#b', { watchedMs: 2_501, mutationMs: 2_501 }),
    button('#c', { watchedMs: 2_499 }),
    button('#d', { watchedMs: 1_234, navigationMs: 1_234 }),
    button('#e', { networkMs: 2_500 }),
    button('#f', { inputMs: 1_235 }),
    button('#g', { focusMs: 30, tag: 'summary' }),
    button('#h', { scrollMs: 100 }),
    button('#i', { scrollMs: 101 }),
    button('#j', { scrollMs: 301, selectionMs: 101 }),
    button('#k', { selectionMs: 100, tag: 'a' }),
    button('#l', { mediaMs: 2_400, tag: 'input' }),
    button('#m', { visibilityMs: -1_000 }),
    button('#n', { visibilityMs: 1_001, tag: 'a' }),
    button('#o', { tag: 'canvas', unjudgeable: true }),
    button('#p'),
  ]),
  ...every(500, 2_242_000, 'clickOutcome', [button('#again'), button('#again'), button('#again'), button('#again')]),
  [2_244_500, 'clickOutcome', button('#again')],
  ...every(
    299,
    2_250_000,
    'click',
    [1, 2, 3, 4, 5].map((x) => click('#buy', x, 5)),
  ),
  ...every(
    300,
    2_253_000,
    'click',
    [1, 32, 40, 48].map((x) => click(`#at-${x}`, x, 5)),
  ),
  ...every(1_000, 2_256_000, 'click', [click('#slow', 0, 0), click('#slow', 0, 0), click('#slow', 0, 0)]),
  ...every(1_001, 2_260_000, 'click', [click('#slower', 0, 0), click('#slower', 0, 0), click('#slower', 0, 0)]),
  ...every(100, 2_266_000, 'click', [
    click('#mixed', 0, 0),
    click('#mixed', 0, 0, { button: 2 }),
    click('#mixed', 0, 0, { trusted: false }),
    click('#near', 20, 22),
    click('#far', 41, 43),
  ]),
  [2_268_000, 'click', click('#error', 0, 0)],
  [2_268_100, 'pageError', { message: 'x is undefined' }],
  [2_270_000, 'click', click('#error', 0, 0)],
  [2_271_000, 'pageError', { message: 'x is undefined' }],
  [2_273_000, 'click', click('#error', 0, 0)],
  [2_273_101, 'networkFailure', { status: 500, durationMs: 101 }],
  [2_275_000, 'click', click('#error', 0, 0)],
  [2_275_050, 'networkFailure', { status: 500, durationMs: 51 }],
  [2_277_000, 'click', click('#error', 0, 0)],
  [2_278_001, 'pageError', { message: 'x is undefined' }],
];
