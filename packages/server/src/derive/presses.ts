import type { MirrorNode } from '@sightline/metrics';

/** LogUI's `mouseClick`: a button is pressed and released over the same element. */
export interface Presses {
  pressed(elements: readonly MirrorNode[], at: number): void;
  released(elements: readonly MirrorNode[], at: number): void;
  /** A click followed: so it was the primary button. A recording does not tell of the others. */
  clicked(at: number): void;
}

/** A click follows its release in the same task of the browser. */
const SAME_MS = 100;

/** Follows the button of one tab; `log` keeps what would be logged at a release, until it is known which button it was. */
export function presses(log: (element: MirrorNode, at: number, durationMs: number) => () => void): Presses {
  let press: { at: number; ids: ReadonlySet<number> } | undefined;
  let release: { at: number; log: (() => void)[] } | undefined;

  return {
    pressed(elements, at) {
      press = { at, ids: new Set(elements.map(({ id }) => id)) };
      release = undefined;
    },
    released(elements, at) {
      const { at: since, ids } = press ?? { at, ids: new Set<number>() };
      release = { at, log: elements.flatMap((element) => (ids.has(element.id) ? [log(element, at, at - since)] : [])) };
      press = undefined;
    },
    clicked(at) {
      if (release && at - release.at <= SAME_MS) for (const tell of release.log) tell();
      release = undefined;
    },
  };
}
