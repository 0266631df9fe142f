import type { MeasuredEvent } from '@sightline/metrics';
import type { Rule, TabId } from '@sightline/protocol';
import { describe, expect, test } from 'vitest';
import { fromPaths } from './from-paths.ts';
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
const told = (name: string, at: number, details: MeasuredEvent['details']): MeasuredEvent => ({
  tab: TAB as TabId,
  sequence: at,
  name,
  at,
  details,
});
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
    ['focus', { type: 3, timestamp: 200, data: { source: 2, type: 5, id: 6 } }],
    ['input', { type: 3, timestamp: 200, data: { source: 5, id: 7, text: '*' } }],
    ['scroll', { type: 3, timestamp: 200, data: { source: 3, id: 6, x: 0, y: 9 } }],
  ] as const)('%s', (event, recorded) => expect(derive(rule({ event }), recorded).events).toHaveLength(1));

  const moves = (timestamp: number, ...positions: [id: number, before: number][]) => ({
    type: 3,
    timestamp,
    data: { source: 1, positions: positions.map(([id, before]) => ({ x: 1, y: 1, id, timeOffset: -before })) },
  });
  const hovered = (...events: object[]) =>
    derive(rule({ event: 'mouseHover' }), ...events).events.map(({ at, details: { type, hoverMs } }) => [
      type,
      at,
      ...(hoverMs === undefined ? [] : [hoverMs]),
    ]);

  test('the pointer enters and leaves what the selector means, at the positions that show it', () => {
    expect(hovered(moves(500, [9, 200], [6, 150], [7, 100], [6, 50]), moves(800, [9, 100]))).toEqual([
      ['mouseenter', 1_350],
      ['mouseleave', 1_700, 350],
    ]);
  });

  test.each([
    ['mouseenter', ['mouseenter']],
    ['mouseleave', ['mouseleave']],
    ['mouseHover', ['mouseenter', 'mouseleave']],
  ] as const)('%s logs %j of a stay', (event, types) => {
    expect(derive(rule({ event }), moves(500, [6, 200], [9, 100])).events.map(({ details }) => details.type)).toEqual(types);
  });

  test('elements within each other are entered from the outside in and left from the inside out', () => {
    const { events } = derive(rule({ event: 'mouseHover', selector: 'div, a' }), moves(500, [7, 200], [6, 100], [9, 50]));
    expect(events.map(({ details: { type, path } }) => `${String(type)} ${String(path).split(' ').at(-1)}`)).toEqual([
      'mouseenter div',
      'mouseenter a',
      'mouseleave a',
      'mouseleave div',
    ]);
  });

  test('positions that are told late count on the page of their own time', () => {
    const renamed = {
      type: 3,
      timestamp: 400,
      data: { source: 0, adds: [], removes: [], texts: [], attributes: [{ id: 6, attributes: { class: 'other' } }] },
    };
    // On the page as it was at 350, the element was still meant; at 450 it was no more, so it is left.
    expect(hovered(renamed, moves(500, [6, 150], [6, 50]))).toEqual([
      ['mouseenter', 1_350],
      ['mouseleave', 1_450, 100],
    ]);
  });

  test('a stay goes on over a page that is recorded anew, and ends where the pointer leaves the window', () => {
    const reading = fromRecording(rule({ event: 'mouseHover' }), [told('cursorTracking', 1_900, { trackingType: 'cursorLeftViewport' })]);
    const [meta, snapshot] = page;
    const again = JSON.parse(JSON.stringify(snapshot).replaceAll('"id":', '"id":1')) as object;
    for (const event of [
      meta,
      snapshot,
      moves(500, [6, 100]),
      { ...meta, timestamp: 600 },
      { ...again, timestamp: 600 },
      moves(700, [16, 50]),
    ])
      reading.see(TAB, event as never, 1_000);
    expect(reading.derivation().events.map(({ at, details }) => [details.type, at])).toEqual([
      ['mouseenter', 1_400],
      ['mouseleave', 1_900],
    ]);
  });

  test('of a page that went nobody is told that its elements were left', () => {
    const reading = fromRecording(rule({ event: 'mouseHover' }), [told('pageLeft', 1_900, { cause: 'hide' })]);
    for (const event of [...page, moves(500, [6, 100]), moves(1_500, [9, 50])]) reading.see(TAB, event as never, 1_000);
    expect(reading.derivation().events.map(({ details }) => details.type)).toEqual(['mouseenter']);
  });

  test('a submitted form is looked up on the page as it was then', () => {
    const submitted = (...stored: MeasuredEvent[]) => {
      const reading = fromRecording(rule({ event: 'submit', selector: '.result' }), stored);
      for (const event of page) reading.see(TAB, event as never, 1_000);
      return reading.derivation();
    };
    expect(submitted(told('formSubmit', 1_300, { name: 'f', path: 'html > body > div' }))).toMatchObject({
      events: [{ at: 1_300, details: { type: 'submit', path: 'html > body > div' }, basis: 'recording' }],
      undecided: 0,
      problems: new Set(),
    });
    expect(submitted(told('formSubmit', 1_300, { name: 'f', path: '#gone' }))).toMatchObject({ events: [], undecided: 1 });
    expect(submitted()).toMatchObject({ events: [], problems: new Set([expect.stringContaining('no event of a form is stored')]) });
    expect(submitted(told('fieldFocus', 1_200, {})).problems).toEqual(new Set());
  });
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
    const derived = fromPaths(rule({ selector }), [clicked(path)]);
    expect([derived.events.length, derived.undecided]).toEqual([events, undecided]);
    expect(derived.problems).toContain('no recording');
  });

  test('each click is on the page of its own tab', () => {
    const other = '00000000-0000-4000-8000-000000000002' as TabId;
    const view = (tab: TabId, url: string) => ({ ...told('pageView', 1, { url }), tab });
    const { events } = fromPaths(rule({ selector: 'a' }), [view(TAB as TabId, '/one'), view(other, '/two'), clicked('a')]);
    expect(events.map(({ url }) => url)).toEqual(['/one']);
  });

  test('a submitted form is told by its path, a hover by nothing', () => {
    const form = told('formSubmit', 5, { path: 'main > form' });
    expect(fromPaths(rule({ selector: 'form', event: 'submit' }), [form]).events).toHaveLength(1);
    expect(fromPaths(rule({ selector: 'form', event: 'mouseHover' }), [form]).problems).toContain('mouseHover is not recorded as an event');
  });
});

test.each(['', 'a[', ':nonsense', 'a >'])('%j is no selector', (selector) => expect(() => pageSelector(selector)).toThrow(SelectorInvalid));
