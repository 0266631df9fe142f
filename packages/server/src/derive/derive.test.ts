import type { MeasuredEvent } from '@sightline/metrics';
import type { Rule, TabId } from '@sightline/protocol';
import { describe, expect, test } from 'vitest';
import { fromClicks } from './from-clicks.ts';
import { fromRecording } from './from-recording.ts';
import { pageSelector, SelectorInvalid } from './selector.ts';

const TAB = '00000000-0000-4000-8000-000000000001';
const rule = (changes: Partial<Rule> = {}): Rule => ({ selector: '.result', event: 'click', name: 'RESULT_CLICK', ...changes });
const element = (id: number, tagName: string, attributes: object, ...childNodes: object[]) => ({
  id,
  type: 2,
  tagName,
  attributes,
  childNodes,
});
const page = [
  { type: 4, data: { href: 'https://s.example/?q=cups&task=2', width: 800, height: 600 }, timestamp: 100 },
  {
    type: 2,
    timestamp: 101,
    data: {
      node: {
        id: 1,
        type: 0,
        childNodes: [
          element(
            2,
            'html',
            {},
            element(3, 'head', {}, element(4, 'meta', { name: 'study', content: 'S1' })),
            element(
              5,
              'body',
              {},
              element(
                6,
                'div',
                { class: 'result', 'data-rank': '3', title: '****' },
                element(7, 'a', { href: '#' }, { id: 8, type: 3, textContent: 'A cup' }),
              ),
              element(9, 'p', {}),
            ),
          ),
        ],
      },
    },
  },
];
const click = (id: number, timestamp: number) => ({ type: 3, data: { source: 2, type: 2, id, x: 5, y: 6 }, timestamp });
const derive = (given: Rule, ...events: object[]) => {
  const reading = fromRecording(given);
  for (const event of [...page, ...events]) reading.see(TAB, event as never, 1_000);
  return reading.derivation();
};

describe('from a recording', () => {
  test('a click inside of what the selector means is logged, on the corrected clock, with the group’s metadata', () => {
    const metadata = [
      { nameForLog: 'rank', sourcer: 'dataset', lookFor: 'rank' },
      { nameForLog: 'task', sourcer: 'urlParameter', lookFor: 'task' },
      { nameForLog: 'study', sourcer: 'metaTag', lookFor: 'study' },
      { nameForLog: 'words', sourcer: 'elementProperty', lookFor: 'textContent', onElement: '.result > a' },
      { nameForLog: 'secret', sourcer: 'elementAttribute', lookFor: 'title' },
      { nameForLog: 'cookie', sourcer: 'cookie', lookFor: 'x' },
    ];
    expect(derive(rule({ metadata }), click(7, 200), click(9, 300))).toEqual({
      undecided: 0,
      problems: new Set(),
      events: [
        {
          tab: TAB,
          type: 'interactionEvent',
          name: 'RESULT_CLICK',
          at: 1_200,
          url: 'https://s.example/?q=cups&task=2',
          details: { type: 'click', path: 'html > body > div > a', x: 5, y: 6 },
          metadata: [
            { name: 'rank', value: '3' },
            { name: 'task', value: '2' },
            { name: 'study', value: 'S1' },
            { name: 'words', value: 'A cup' },
            { name: 'secret', value: null, problem: 'masked in the recording' },
            { name: 'cookie', value: null, problem: 'cookie cannot be worked out from a recording' },
          ],
          basis: 'recording',
        },
      ],
    });
  });

  test('the page counts as it was at that moment', () => {
    const renamed = {
      type: 3,
      timestamp: 250,
      data: { source: 0, adds: [], removes: [], texts: [], attributes: [{ id: 6, attributes: { class: 'other' } }] },
    };
    expect(derive(rule(), click(7, 200), renamed, click(7, 300)).events.map(({ at }) => at)).toEqual([1_200]);
  });

  test('what happened on an element that the recording does not have is undecided, and said', () => {
    expect(derive(rule(), click(99, 200))).toMatchObject({
      events: [],
      undecided: 1,
      problems: new Set(['the element is not in the recorded page']),
    });
  });

  test.each([
    ['dblclick', { type: 3, timestamp: 200, data: { source: 2, type: 4, id: 7 } }],
    ['focus', { type: 3, timestamp: 200, data: { source: 2, type: 5, id: 7 } }],
    ['input', { type: 3, timestamp: 200, data: { source: 5, id: 7, text: '*' } }],
    ['scroll', { type: 3, timestamp: 200, data: { source: 3, id: 6, x: 0, y: 9 } }],
  ] as const)('%s', (event, recorded) => expect(derive(rule({ event }), recorded).events).toHaveLength(1));
});

describe('without a recording', () => {
  const clicked = (path: string): MeasuredEvent => ({ tab: TAB as TabId, sequence: 0, name: 'click', at: 5, details: { path } });
  test.each([
    ['#list a', '#list > li:nth-of-type(2) > a', 1, 0],
    ['li', '#list > li:nth-of-type(2) > a', 1, 0],
    ['[data-testid=buy]', 'main > [data-testid="buy"]', 1, 0],
    ['li[data-testid=buy]', '#list > li[data-testid="buy"] > b', 1, 0],
    ['.result', '#list > a', 0, 1],
    ['a:not(.x)', '#list > a', 0, 1],
    ['main a', '#list > a', 0, 1],
    ['a', '', 0, 1],
  ])('%s on %s', (selector, path, events, undecided) => {
    const derived = fromClicks(rule({ selector }), [clicked(path)]);
    expect([derived.events.length, derived.undecided]).toEqual([events, undecided]);
    expect(derived.problems).toContain('no recording');
  });
});

test.each(['', 'a[', ':nonsense', 'a >'])('%j is no selector', (selector) => expect(() => pageSelector(selector)).toThrow(SelectorInvalid));
