import type { Rule } from '@sightline/protocol';
import { expect, test } from 'vitest';
import { fromRecording } from './from-recording.ts';

const TAB = '00000000-0000-4000-8000-000000000001';
const element = (id: number, tagName: string, attributes: object, ...childNodes: object[]) => ({
  id,
  type: 2,
  tagName,
  attributes,
  childNodes,
});
const form = element(
  20,
  'form',
  { id: 'form' },
  element(21, 'input', { id: 'text', value: '*****' }),
  element(22, 'input', { id: 'on', type: 'checkbox', checked: true }),
  element(23, 'input', { id: 'off', type: 'checkbox' }),
  element(24, 'input', { id: 'empty' }),
);
const inner = element(11, 'div', { id: 'inner', class: 'box', 'data-rank': '3' }, { id: 12, type: 3, textContent: 'Inner' });
const outer = element(10, 'a', { id: 'outer', class: 'box', href: 'https://s.example/one' }, inner);
const body = element(3, 'body', {}, outer, form);
const page = [
  { type: 4, data: { href: 'https://s.example/', width: 800, height: 600 }, timestamp: 100 },
  { type: 2, data: { node: { id: 1, type: 0, childNodes: [element(2, 'html', {}, body)] } }, timestamp: 101 },
];
const did = (type: number, id: number, timestamp: number) => ({ type: 3, data: { source: 2, type, id }, timestamp });
const [UP, DOWN, CLICK] = [0, 1, 2];
const scrolled = (id: number, timestamp: number) => ({ type: 3, data: { source: 3, id, x: 0, y: timestamp }, timestamp });
const rule = (changes: Partial<Rule>): Rule => ({ selector: '.box', event: 'click', name: 'BOX', ...changes });
const derive = (given: Rule, events: object[], told: Parameters<typeof fromRecording>[1] = []) => {
  const reading = fromRecording(given, told);
  for (const event of [...page, ...events]) reading.see(TAB, event as never, 0);
  return reading.derivation().events;
};
const told = (name: string, at: number, details: object) => ({ tab: TAB, sequence: at, name, at, details }) as never;

test.each([
  ['all', ['3', undefined]],
  ['innermost', ['3']],
  [undefined, ['3']],
] as const)('with bubbling %j a click is logged of %j', (bubbling, ranks) => {
  const metadata = [{ nameForLog: 'rank', sourcer: 'dataset', lookFor: 'rank' }];
  const events = derive(rule({ metadata, ...(bubbling && { bubbling }) }), [did(CLICK, 11, 200)]);
  expect(events.map((event) => event.metadata[0]?.value ?? undefined)).toEqual(ranks);
});

test.each([
  ['pressed and released on it', [did(DOWN, 11, 200), did(UP, 11, 280), did(CLICK, 11, 281)], [[280, 80]]],
  ['released elsewhere', [did(DOWN, 11, 200), did(UP, 3, 280), did(CLICK, 3, 281)], []],
  ['of another button, which no click follows', [did(DOWN, 11, 200), did(UP, 11, 280)], []],
  ['with a click that is of something later', [did(DOWN, 11, 200), did(UP, 11, 280), did(CLICK, 11, 381)], []],
])('mouseClick %s', (_, events, expected) => {
  const clicks = derive(rule({ selector: '#inner', event: 'mouseClick', properties: { primary: { name: 'L' } } }), events);
  expect(clicks.map(({ at, details }) => [at, details.clickDuration])).toEqual(expected);
  expect(clicks.every(({ name, details }) => name === 'L' && details.button === 'primary')).toBe(true);
});

test('scrolling begins with the first that is told of it, and ends when it is still', () => {
  const given = rule({ event: 'scrollable', selector: '#inner', properties: { scrollStart: { name: 'S' }, scrollEnd: { name: 'E' } } });
  // 150 ms without news still is one scrolling, 151 are not.
  const events = [200, 300, 450, 601].map((at) => scrolled(11, at));
  expect(derive(given, events).map(({ name, at }) => [name, at])).toEqual([
    ['S', 200],
    ['E', 500],
    ['S', 601],
    ['E', 651],
  ]);
  expect(derive(rule({ event: 'scrollable', selector: '#outer' }), events)).toEqual([]);
});

test('a submitted form has the values that a recording has; of the others it is said why not', () => {
  const value = (selector: string, lookFor: string) => ({ nameForLog: selector, selector, sourcer: 'elementProperty', lookFor });
  const includeValues = [
    value('#text', 'value'),
    value('#on', 'checked'),
    value('#off', 'checked'),
    value('#empty', 'value'),
    value('#gone', 'value'),
  ];
  const given = rule({ selector: 'form', event: 'formSubmission', properties: { includeValues } });
  const checked = { type: 3, data: { source: 5, id: 23, text: 'on', isChecked: true }, timestamp: 250 };
  const [event] = derive(given, [checked], [told('formSubmit', 300, { path: '#form' })]);
  expect(event?.details).toEqual({
    type: 'submit',
    path: '#form',
    submissionValues: [
      { name: '#text', value: null, problem: 'masked in the recording' },
      { name: '#on', value: true },
      { name: '#off', value: true },
      { name: '#empty', value: '' },
      { name: '#gone', value: null, problem: 'onElement: nothing on the page is #gone' },
    ],
  });
});

test('of several values with one name the first that is neither empty nor false is taken, and addresses are told to be whole', () => {
  const ask = (nameForLog: string, sourcer: string, lookFor: string) => ({ nameForLog, sourcer, lookFor });
  const metadata = [
    ask('which', 'elementAttribute', 'missing'),
    ask('which', 'elementProperty', 'title'),
    ask('which', 'elementProperty', 'className'),
    ask('to', 'elementAttribute', 'href'),
    ask('at', 'elementProperty', 'href'),
  ];
  const [event] = derive(rule({ selector: '#outer', metadata }), [did(CLICK, 11, 200)]);
  expect(event?.metadata).toEqual([
    { name: 'which', value: 'box' },
    { name: 'to', value: 'https://s.example/one', problem: expect.stringContaining('a whole address') },
    { name: 'at', value: 'https://s.example/one' },
  ]);
});

test('the address is that of the page’s route at that moment', () => {
  const events = derive(rule({}), [did(CLICK, 11, 200), did(CLICK, 11, 400)], [told('pageView', 300, { url: 'https://s.example/two' })]);
  expect(events.map(({ url }) => url)).toEqual(['https://s.example/', 'https://s.example/two']);
});
