import { describe, expect, test } from 'vitest';
import { clampedPx, columnLayout, LEAST_PX, MOST_PX, shownColumns } from './column-layout.ts';

const name = { id: 'name', px: 100 };
const count = { id: 'count', numeric: true };
const address = { id: 'address', wide: 2 };
const late = { id: 'late', from: 600 };

describe('the columns of a table', () => {
  test.each([
    [599, ['name', 'count']],
    [600, ['name', 'count', 'late']],
  ])('of %i pixels are those with room', (width, expected) => {
    expect(shownColumns([name, count, late], width, undefined).map(({ id }) => id)).toEqual(expected);
  });

  test('are left out where they would not fit, the most dispensable first', () => {
    const wide = { id: 'wide', px: 300, from: 200 };
    const wider = { id: 'wider', px: 300, from: 300 };
    const shown = (width: number) => shownColumns([wider, name, wide], width, undefined).map(({ id }) => id);
    expect(shown(712)).toEqual(['wider', 'name', 'wide']);
    expect(shown(711)).toEqual(['name', 'wide']);
    expect(shown(411)).toEqual(['name']);
    expect(shown(10)).toEqual(['name']);
  });

  test('are those that were chosen, however narrow the table is, in the table’s order', () => {
    expect(shownColumns([name, count, late], 100, ['late', 'name']).map(({ id }) => id)).toEqual(['name', 'late']);
  });

  test('share what is left where one of them may, else an empty column takes it', () => {
    expect(columnLayout([name, address], {})).toEqual({ template: '100px minmax(160px, 2fr)', leastPx: 272 });
    expect(columnLayout([name, count], {})).toEqual({ template: '100px 88px 1fr', leastPx: 200 });
  });

  test('have the width that somebody gave them, and no share any more', () => {
    expect(columnLayout([name, address], { address: 300, gone: 7 })).toEqual({ template: '100px 300px 1fr', leastPx: 412 });
  });

  test.each([
    [LEAST_PX - 1, LEAST_PX],
    [LEAST_PX, LEAST_PX],
    [100.4, 100],
    [MOST_PX, MOST_PX],
    [MOST_PX + 1, MOST_PX],
  ])('are never %i pixels wide but %i', (given, expected) => {
    expect(clampedPx(given)).toBe(expected);
  });
});
