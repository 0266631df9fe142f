import { expect, test } from 'vitest';
import { movedBox } from './moved-box.ts';

const page = { width: 200, height: 100 };
const box = { x: 20, y: 30, width: 50, height: 40 };
const key = (name: string, held: { shiftKey?: boolean; altKey?: boolean } = {}) => ({ key: name, shiftKey: false, altKey: false, ...held });

test.each([
  [key('ArrowRight'), { ...box, x: 30 }],
  [key('ArrowUp'), { ...box, y: 20 }],
  [key('ArrowLeft', { altKey: true }), { ...box, x: 19 }],
  [key('ArrowDown', { shiftKey: true }), { ...box, height: 50 }],
  [key('ArrowLeft', { shiftKey: true, altKey: true }), { ...box, width: 49 }],
  [key('Enter'), undefined],
])('%j', (pressed, expected) => expect(movedBox(box, pressed, page)).toEqual(expected));

test.each([
  [{ ...box, x: 5 }, key('ArrowLeft'), { x: 0 }],
  [{ ...box, x: 145 }, key('ArrowRight'), { x: 150 }],
  [{ ...box, y: 58 }, key('ArrowDown'), { y: 60 }],
  [{ ...box, height: 65 }, key('ArrowDown', { shiftKey: true }), { height: 70 }],
  [{ ...box, width: 12 }, key('ArrowLeft', { shiftKey: true }), { width: 8 }],
])('%j stays on the page with %j', (from, pressed, expected) => expect(movedBox(from, pressed, page)).toMatchObject(expected));
