import { expect, test } from 'vitest';
import { chosenScheme } from './chosen-scheme.ts';
import { visitorCss, visitorQuery } from './visitor-css.ts';
import { held, toldMedia, UNTOLD } from './visitor-media.ts';

const YES = '(min-width:0)';
const NO = '(max-width:-1px)';
const visitor = toldMedia(['prefers-color-scheme:dark', 'prefers-reduced-motion:reduce', 'hover:hover', 'pointer:fine']);

test.each([
  ['@media (prefers-color-scheme: dark){a{}}', `@media ${YES}{a{}}`],
  ['@media (prefers-color-scheme:light){a{}}', `@media ${NO}{a{}}`],
  ['@media screen and (PREFERS-color-scheme : Dark) and (min-width: 9px){a{}}', `@media screen and ${YES} and (min-width: 9px){a{}}`],
  ['@media not (prefers-reduced-motion){a{}}', `@media not ${YES}{a{}}`],
  ['@media (prefers-reduced-motion: no-preference), print{a{}}', `@media ${NO}, print{a{}}`],
  ['@media (prefers-contrast: more){a{}}', `@media ${NO}{a{}}`],
  ['@media (prefers-contrast){a{}}', `@media ${NO}{a{}}`],
  ['@media ((hover: hover) and (pointer: coarse)){a{}}', `@media (${YES} and ${NO}){a{}}`],
  ['@m\\65 dia (\\70refers-color-scheme:dark){a{}}', `@m\\65 dia ${YES}{a{}}`],
  ['@media (any-hover: hover){a{}}', '@media (any-hover: hover){a{}}'],
  ['a:not(:hover){content:"@media (prefers-color-scheme:dark)"}', 'a:not(:hover){content:"@media (prefers-color-scheme:dark)"}'],
  ['@supports (color: red){@media (hover:none){a{}}}', `@supports (color: red){@media ${NO}{a{}}}`],
  [':root{color-scheme:light dark;color:red}', ':root{color-scheme: dark;color:red}'],
  ['a{color-scheme: dark LIGHT only}', 'a{color-scheme: dark  only}'],
  ['a{color-scheme: light}', 'a{color-scheme: light}'],
  ['a{--x: color-scheme}', 'a{--x: color-scheme}'],
])('%s', (css, seen) => {
  expect(visitorCss(css, visitor)).toBe(seen);
});

test('what a page says of its colours is the visitor’s choice where it leaves one', () => {
  expect(['light dark', 'dark', 'only light', 'normal'].map((words) => chosenScheme(words, visitor))).toEqual([
    'dark',
    'dark',
    'only light',
    'normal',
  ]);
  expect(chosenScheme('light dark', UNTOLD)).toBe('light');
});

test('a media attribute is a query by itself', () => {
  expect(visitorQuery('screen and (prefers-color-scheme:dark)', visitor)).toBe(`screen and ${YES}`);
});

test('of a visitor who told nothing else, everything else is the other case', () => {
  const plain = toldMedia([]);
  expect([held(plain, 'prefers-color-scheme', 'light'), held(plain, 'pointer', 'none'), held(plain, 'hover', undefined)]).toEqual([
    true,
    true,
    false,
  ]);
});

test('a recording that tells nothing is light, and asks the reader only what nobody can know', () => {
  expect(toldMedia(undefined)).toBe(UNTOLD);
  expect(visitorCss('@media (prefers-color-scheme:dark) and (hover){}', UNTOLD)).toBe(`@media ${NO} and (hover){}`);
});
