import { expect, test } from 'vitest';
import { groupOf } from './group-of.ts';

test.each([
  ['mouseClick', { primary: { name: 'BUY' } }],
  ['mouseHover', { mouseenter: { name: 'BUY_ENTER' }, mouseleave: { name: 'BUY_LEAVE' } }],
  ['scrollable', { scrollStart: { name: 'BUY_START' }, scrollEnd: { name: 'BUY_END' } }],
  ['elementVisibility', { expose: { name: 'BUY_SEEN' }, obscure: { name: 'BUY_UNSEEN' } }],
  ['formSubmission', undefined],
  ['focus', undefined],
])('a group with %s names its events', (event, properties) => {
  const group = groupOf({ selector: '.buy', event, name: 'BUY', metadata: [] });
  expect(group).toEqual({ selector: '.buy', event, name: 'BUY', ...(properties && { properties }) });
});

test('metadata is there where it was asked for', () => {
  const metadata = [{ nameForLog: 'sku', sourcer: 'elementAttribute', lookFor: 'data-sku' }];
  expect(groupOf({ selector: 'a', event: 'focus', name: 'A', metadata })).toMatchObject({ metadata });
});

test('changing a group keeps what the form does not show, and its own names while the name stays', () => {
  const before = {
    selector: 'a',
    event: 'mouseHover',
    name: 'A',
    bubbling: 'innermost' as const,
    properties: { mouseenter: { name: 'MINE' }, other: 1 },
  };
  expect(groupOf({ selector: 'b', event: 'mouseHover', name: 'A', metadata: [] }, before)).toEqual({
    ...before,
    selector: 'b',
    properties: { mouseenter: { name: 'MINE' }, mouseleave: { name: 'A_LEAVE' }, other: 1 },
  });
  expect(groupOf({ selector: 'a', event: 'mouseHover', name: 'B', metadata: [] }, before).properties).toMatchObject({
    mouseenter: { name: 'B_ENTER' },
  });
  expect(groupOf({ selector: 'a', event: 'focus', name: 'A', metadata: [] }, before)).toEqual({ selector: 'a', event: 'focus', name: 'A' });
});
