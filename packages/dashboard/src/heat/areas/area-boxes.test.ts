import { expect, test } from 'vitest';
import { areaBoxes } from './area-boxes.ts';

const BOXES: Record<string, { x: number; y: number; width: number; height: number }> = {
  main: { x: 0, y: 0, width: 400, height: 300 },
  first: { x: 10, y: 20, width: 100, height: 40 },
  'first > b': { x: 20, y: 25, width: 30, height: 10 },
  second: { x: 150, y: 20, width: 100, height: 40 },
  hidden: { x: 0, y: 0, width: 0, height: 0 },
};
const boxesOf = (selector: string | null, ...parts: [path: string, left?: number, top?: number, right?: number, bottom?: number][]) =>
  areaBoxes(
    { selector, parts: parts.map(([path, left = 0, top = 0, right = 1, bottom = 1]) => ({ path, left, top, right, bottom })) },
    (path) => BOXES[path],
  );

test('an area of a selector is at each of its elements, and what is inside one is not told once more', () => {
  expect(boxesOf('.chip', ['second'], ['first > b'], ['first'])).toEqual([BOXES.first, BOXES.second]);
});

test('a drawn area is one rectangle around its parts', () => {
  expect(boxesOf(null, ['main', 0.1, 0.1, 0.5, 0.5], ['first', 0, 0, 0.5, 1])).toEqual([{ x: 10, y: 20, width: 190, height: 130 }]);
});

test.each([[null], ['.chip']])('of elements that the page shown does not have, or does not show, there is nothing: %s', (selector) => {
  expect(boxesOf(selector, ['gone'], ['hidden'])).toEqual([]);
});
