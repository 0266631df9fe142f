import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createMirror } from './create-mirror.ts';
import { element, happenings, increment, mutation, page, text } from './recorded-page.fake.ts';
import { EVENT, SOURCE, type RrwebEvent, type SerializedNode } from './rrweb.ts';

const after = (...events: RrwebEvent[]) => {
  const mirror = createMirror();
  for (const event of [...page(), ...events]) mirror.apply(structuredClone(event));
  return mirror;
};
const treeOf = (snapshot: RrwebEvent[] | undefined): string =>
  written((snapshot?.[1]?.data as { node?: SerializedNode } | undefined)?.node ?? text(0, 'no snapshot'));
const written = ({ tagName, textContent, childNodes = [], attributes = {}, isShadow, id }: SerializedNode): string =>
  textContent !== undefined
    ? JSON.stringify(textContent)
    : `${isShadow === true ? '^' : ''}${tagName ?? '#'}${id >= 100 ? id : ''}${Object.entries(attributes)
        .map(([name, value]) => `[${name}=${String(value)}]`)
        .join('')}(${childNodes.map(written).join(' ')})`;
const rest = (snapshot: RrwebEvent[] | undefined) => snapshot?.slice(2).map(({ data }) => data);

const addItem = (id: number) => ({ parentId: 6, nextId: null, node: element(id, 'li') });
const frameDocument = (id: number) =>
  mutation({ adds: [{ parentId: 9, nextId: null, node: { type: 0, id, childNodes: [element(id + 1, 'html')] } }], isAttachIframe: true });
const styled = (style: unknown) => mutation({ attributes: [{ id: 6, attributes: { style } }] });
const setTop = (top: number) =>
  increment({ source: SOURCE.styleDeclaration, id: 4, index: [0], set: { property: 'top', value: `${top}px` } });

test('before the first full snapshot there is nothing to show', () => {
  expect(createMirror().snapshot()).toBeUndefined();
});

test('a page nothing happened to is the snapshot it came with', () => {
  expect(after().snapshot()).toEqual([{ ...page()[0], timestamp: 2 }, page()[1]]);
});

test('a checkpoint and the rest show what everything shows, wherever it is taken', () => {
  fc.assert(
    fc.property(happenings, fc.nat(80), (events, at) => {
      const checkpoint = after(...events.slice(0, at)).snapshot() ?? [];
      const resumed = createMirror();
      for (const event of [...structuredClone(checkpoint), ...events.slice(at)]) resumed.apply(structuredClone(event));
      const [whole, again] = [after(...events), resumed].map((mirror) => mirror.snapshot());
      expect(again?.slice(0, 2)).toEqual(whole?.slice(0, 2));
      expect(again?.slice(2)).toEqual(whole?.slice(2));
    }),
    { numRuns: 300 },
  );
});

test('a mirror holds the nodes that are in its page, and no other', () => {
  fc.assert(
    fc.property(happenings, (events) => {
      const mirror = after(...events);
      const snapshot = JSON.stringify(
        mirror.snapshot()?.filter(({ type, data }) => type === EVENT.fullSnapshot || (data as { isAttachIframe?: boolean }).isAttachIframe),
      );
      expect(new Set([...snapshot.matchAll(/"id":(\d+)/g)].map(([, id]) => Number(id)))).toEqual(new Set(mirror.state.nodes.keys()));
    }),
  );
});

test('a node that is named before its neighbours waits for them; one whose neighbours never come is left out', () => {
  const mirror = after(
    mutation({
      adds: [
        { parentId: 6, nextId: 101, node: element(100, 'li') },
        { parentId: 101, nextId: null, node: text(102, 'x') },
        { parentId: 6, nextId: null, node: element(101, 'li') },
        { parentId: 6, nextId: 999, node: element(103, 'li') },
      ],
    }),
  );
  expect(treeOf(mirror.snapshot())).toContain('ul(li100() li101("x"))');
  expect(mirror.state.nodes.has(103)).toBe(false);
});

test('a move is a removal and an addition of the same id', () => {
  const mirror = after(
    mutation({ adds: [addItem(100), addItem(101)] }),
    mutation({ removes: [{ parentId: 6, id: 100 }], adds: [addItem(100)] }),
  );
  expect(treeOf(mirror.snapshot())).toContain('ul(li101() li100())');
});

test('what hangs in a shadow root stands behind the children of its host', () => {
  const mirror = after(
    mutation({
      adds: [
        { parentId: 8, nextId: null, node: element(100, 'b', [], { isShadow: true }) },
        { parentId: 8, nextId: null, node: element(101, 'i') },
      ],
    }),
  );
  expect(treeOf(mirror.snapshot())).toContain('div(i101() ^b100())');
});

test('the document of a frame comes as an event of its own, and again when the frame loads another', () => {
  const events = rest(after(frameDocument(100), frameDocument(200), increment({ source: SOURCE.scroll, id: 200, x: 0, y: 50 })).snapshot());
  expect(events).toEqual([
    expect.objectContaining({
      isAttachIframe: true,
      adds: [expect.objectContaining({ parentId: 9, node: expect.objectContaining({ id: 200 }) })],
    }),
    { source: SOURCE.scroll, id: 200, x: 0, y: 50 },
  ]);
});

test('changes of a style attribute stay changes, the last of each property, until the attribute is set as a whole', () => {
  const mirror = after(styled('margin: 1px'), styled({ 'margin-top': '2px', color: 'red' }), styled({ 'margin-top': false }));
  expect(treeOf(mirror.snapshot())).toContain('ul[style=margin: 1px]');
  expect(rest(mirror.snapshot())).toMatchObject([
    { attributes: [{ id: 6, attributes: { style: { color: 'red', 'margin-top': false } } }] },
  ]);
  mirror.apply(styled('top: 0'));
  expect(rest(mirror.snapshot())).toEqual([]);
});

test('rules that came and went leave nothing behind in a sheet that began empty', () => {
  const rules = Array.from({ length: 1_000 }, () => [
    increment({ source: SOURCE.styleSheetRule, id: 4, adds: [{ rule: '.a{}', index: 0 }] }),
    increment({ source: SOURCE.styleSheetRule, id: 4, removes: [{ index: 0 }] }),
  ]).flat();
  const kept = increment({ source: SOURCE.styleSheetRule, id: 4, adds: [{ rule: '.b{}' }] });
  expect(rest(after(...rules, kept).snapshot())).toEqual([{ source: SOURCE.styleSheetRule, id: 4, adds: [{ rule: '.b{}', index: 0 }] }]);
});

test('of declarations that a script sets again and again the last one counts', () => {
  const events = rest(after(...Array.from({ length: 100 }, (_, at) => setTop(at))).snapshot());
  expect(events).toEqual([{ source: SOURCE.styleDeclaration, id: 4, index: [0], set: { property: 'top', value: '99px' } }]);
});

test('a style element whose text changes loses what scripts did to its rules, and gives its other texts back', () => {
  const mirror = after(
    mutation({
      adds: [
        { parentId: 3, nextId: null, node: element(100, 'style', [], { attributes: { _cssText: 'a{}/* rr_split */b{}' } }) },
        { parentId: 100, nextId: null, node: text(101, '') },
      ],
    }),
    mutation({ adds: [{ parentId: 100, nextId: null, node: text(102, 'b{}') }] }),
    mutation({ texts: [{ id: 102, value: 'c{}' }] }),
  );
  expect(treeOf(mirror.snapshot())).toContain('style100("a{}b{}" "c{}")');
});

test('typed text, the pointer and scrolling are as they were last', () => {
  const mirror = after(
    increment({ source: SOURCE.input, id: 7, text: 'a', isChecked: false }),
    increment({ source: SOURCE.input, id: 7, text: 'ab', isChecked: false }),
    increment({
      source: SOURCE.mouseMove,
      positions: [
        { x: 1, y: 1, id: 6, timeOffset: -50 },
        { x: 3, y: 4, id: 7, timeOffset: 0 },
      ],
    }),
    increment({ source: SOURCE.scroll, id: 1, x: 0, y: 300 }),
    increment({ source: SOURCE.viewportResize, width: 400, height: 300 }),
  );
  const snapshot = mirror.snapshot();
  expect(snapshot?.[0]?.data).toEqual({ href: 'https://a.example/', width: 400, height: 300 });
  expect(snapshot?.[1]?.data).toMatchObject({ initialOffset: { left: 0, top: 300 } });
  expect(rest(snapshot)).toEqual([
    { source: SOURCE.scroll, id: 1, x: 0, y: 300 },
    { source: SOURCE.input, id: 7, text: 'ab', isChecked: false },
    { source: SOURCE.mouseMove, positions: [{ x: 3, y: 4, id: 7, timeOffset: 0 }] },
  ]);
});

test('what is no rrweb event, or of a kind that shows nothing, changes nothing', () => {
  const odd = [
    { type: 3, timestamp: 5 },
    { type: 3, data: { source: 99 }, timestamp: 5 },
    { type: 6, data: { plugin: 'x' }, timestamp: 5 },
  ];
  expect(
    after(...odd)
      .snapshot()
      ?.slice(1),
  ).toEqual(
    page()
      .slice(1)
      .map((event) => ({ ...event, timestamp: 5 })),
  );
});
