import { elementPaths, type Mirror, type MirrorNode } from '@sightline/metrics';
import type { PageSelector } from './selector.ts';

/** An element that the pointer is in. */
export interface Stay {
  element: MirrorNode;
  path: string;
  at: number;
}

export interface PointerStaysDeps {
  selector: PageSelector;
  page: Mirror;
  entered(stay: Stay): void;
  left(stay: Stay, at: number): void;
}

/** Which of the elements that a selector means the pointer is in, from its positions: entered from the outside in, left from the inside out. */
export interface PointerStays {
  /** The pointer is over an element; undefined where it is over none. */
  over(element: MirrorNode | undefined, at: number): void;
  /** The page was recorded anew: the same elements have other numbers. */
  renumbered(): void;
  /** The page went: the browser tells nobody that its elements were left. */
  forget(): void;
}

/** Follows the pointer of one tab. */
export function pointerStays({ selector, page, entered, left }: PointerStaysDeps): PointerStays {
  let inside = new Map<number, Stay>();

  return {
    over(element, at) {
      const around = element === undefined ? [] : selector.around(element);
      const now = new Set(around.map(({ id }) => id));
      for (const [id, stay] of [...inside].toReversed()) {
        if (now.has(id)) continue;
        inside.delete(id);
        left(stay, at);
      }
      const { document } = page.state;
      for (const one of around.toReversed()) {
        if (inside.has(one.id)) continue;
        const stay = { element: one, path: document ? elementPaths(document).of(one) : '', at };
        inside.set(one.id, stay);
        entered(stay);
      }
    },
    renumbered() {
      const { document } = page.state;
      if (inside.size === 0 || !document) return;
      const paths = elementPaths(document);
      inside = new Map(
        [...inside.values()].flatMap((stay) => {
          const element = paths.find(stay.path);
          return element ? [[element.id, { ...stay, element }] as const] : [];
        }),
      );
    },
    forget: () => inside.clear(),
  };
}
