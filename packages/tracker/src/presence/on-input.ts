import type { Listening } from '../page/listening.ts';

const KINDS = ['pointermove', 'pointerdown', 'pointerup', 'keydown', 'wheel', 'touchstart', 'touchmove'] as const;
/** Browsers send moves of a pointer that rests, when the page moves under it. */
const MOVE_PX = 3;
const SOME_MS = 1_000;

/**
 * Hears trusted input: of `every` one the instant, which must cost nothing; of `some`, at most one a second. Scrolling is not among
 * them: scripts scroll too, and what scrolls by hand is a wheel, a touch, a key or a pointer.
 */
export function onInput({ on }: Pick<Listening, 'on'>, { every, some }: { every: (at: number) => void; some: () => void }): void {
  let x = 0;
  let y = 0;
  let told = -Infinity;
  for (const kind of KINDS) {
    on(kind, (event) => {
      const { isTrusted, timeStamp } = event;
      if (!isTrusted) return;
      if (kind === 'pointermove' && event instanceof PointerEvent) {
        const { screenX, screenY } = event;
        if (Math.hypot(screenX - x, screenY - y) <= MOVE_PX) return;
        x = screenX;
        y = screenY;
      }
      if (timeStamp - told < SOME_MS) return every(timeStamp);
      told = timeStamp;
      some();
    });
  }
}
