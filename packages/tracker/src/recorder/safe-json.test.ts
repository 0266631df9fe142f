import { expect, test } from 'vitest';
import { safeJson } from './safe-json.ts';

const circular: Record<string, unknown> = { fine: 1 };
circular.self = circular;
const shared = { a: 1 };
const throwing = {
  get value() {
    throw new Error('not yours');
  },
};
const deep = Array.from({ length: 40 }).reduce<object>((inner) => ({ inner }), {});

test.each([
  ['empty, zero and false', { text: '', count: 0, no: false, none: null }, { text: '', count: 0, no: false, none: null }],
  ['a circle', circular, { fine: 1, self: '[circular]' }],
  ['the same thing twice', [shared, shared], [{ a: 1 }, { a: 1 }]],
  ['a big integer', { big: 12n }, { big: '12' }],
  ['numbers JSON has no word for', [Number.NaN, Infinity], ['[NaN]', '[Infinity]']],
  ['functions and symbols', [() => 1, Symbol('x')], ['[function]', '[symbol]']],
  ['a date', { at: new Date(0) }, { at: '1970-01-01T00:00:00.000Z' }],
  ['a node', { nodeType: 1 }, '[element]'],
  ['a getter that throws', throwing, '[unreadable]'],
  ['nothing', undefined, null],
])('%s', (_, given, expected) => {
  expect(JSON.parse(safeJson(given))).toEqual(expected);
});

test('what is nested too deeply is cut and marked', () => {
  expect(safeJson(deep)).toContain('[too deep]');
});

test('a later change of the value does not reach the text', () => {
  const value = { condition: 'c1' };
  const text = safeJson(value);
  value.condition = 'c2';
  expect(JSON.parse(text)).toEqual({ condition: 'c1' });
});
