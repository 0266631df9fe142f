import { expect, test } from 'vitest';
import { isGenerated } from './is-generated.ts';

test.each([
  'css-1q2w3e',
  'sc-bdVaJa1',
  'svelte-1a2b3c',
  'card__title__x7G2s',
  '_card_1k2j3_12',
  'radix-:r1:',
  ':r1:',
  'ember1234',
  'item-20391',
  'a9f3c2d1',
  'is-open',
  'active',
  '550e8400-e29b-41d4-a716-446655440000',
])('%s was made by a machine or tells a state', (name) => {
  expect(isGenerated(name)).toBe(true);
});

test.each([
  'button',
  'add-to-cart',
  'card__title',
  'btn--primary',
  'col-md-6',
  'mt2',
  'h2',
  'step-2',
  'nav_item',
  'basket',
  'product-card',
  'js-buy',
  'activeUsers',
])('%s was given by a person', (name) => {
  expect(isGenerated(name)).toBe(false);
});
