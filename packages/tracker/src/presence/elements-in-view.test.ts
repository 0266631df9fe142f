import type { PageViewId } from '@sightline/protocol';
import { expect, test } from 'vitest';
import type { Happening } from '../recorder/recorder.ts';
import { elementsInView } from './elements-in-view.ts';

/** A window whose view is scrolled by hand. */
function view() {
  let now = 0;
  let url = '/one';
  let heard: ((entries: object[]) => void) | undefined;
  const element = { getAttribute: () => 'price', isConnected: true };
  class IntersectionObserver {
    constructor(callback: (entries: object[]) => void) {
      heard = callback;
    }
    observe = () => undefined;
    disconnect = () => undefined;
  }
  const window = { IntersectionObserver, document: { querySelectorAll: () => [element] } };
  const told: unknown[] = [];
  const elements = elementsInView({
    page: { window: window as never, monotonic: () => now, guard: (task) => task },
    place: () => ({ url, pageView: 'view' as PageViewId, data: '{}' }),
    record: ({ details, at, url: where }: Happening) => told.push([details, at, where]),
  });
  const sees = (share: number, height = 10) =>
    heard?.([
      {
        target: element,
        isIntersecting: share > 0,
        intersectionRatio: share,
        intersectionRect: { height },
        rootBounds: { height: 100 },
        time: now,
      },
    ]);
  return { elements, element, sees, told, at: (ms: number) => (now = ms), goTo: (to: string) => (url = to) };
}

test.each([
  ['half of it', 0.5, 10, 1],
  ['less than half of it', 0.49, 49, 0],
  ['a tall one, half of the view', 0.1, 50, 1],
])('%s counts as in view or not', (_, share, height, count) => {
  const { at, sees, told } = view();
  sees(share, height);
  at(1_000);
  sees(0);
  expect(told).toHaveLength(count);
});

test('what stays in view is told up to now, and again from there, where it was then', () => {
  const { elements, at, goTo, sees, told } = view();
  sees(1);
  at(1_000);
  goTo('/two');
  elements.tell();
  at(3_000);
  elements.tell();
  expect(told).toEqual([
    [{ name: 'price', lengthMs: 1_000 }, 1_000, '/one'],
    [{ name: 'price', lengthMs: 2_000 }, 3_000, '/two'],
  ]);
});

test('an element that was taken out of the page is told once', () => {
  const { elements, element, at, sees, told } = view();
  sees(1);
  element.isConnected = false;
  at(1_000);
  elements.tell();
  at(2_000);
  elements.tell();
  expect(told).toHaveLength(1);
});
