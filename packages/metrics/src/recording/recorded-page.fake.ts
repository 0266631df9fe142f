import fc from 'fast-check';
import { EVENT, NODE, SOURCE, type RrwebEvent, type SerializedNode } from './rrweb.ts';

export const element = (id: number, tagName: string, childNodes: SerializedNode[] = [], more: object = {}): SerializedNode => ({
  type: NODE.element,
  id,
  tagName,
  attributes: {},
  childNodes,
  ...more,
});
export const text = (id: number, textContent: string): SerializedNode => ({ type: NODE.text, id, textContent });

/** A page of a body with a list, a style sheet, a text field, a host of a shadow root and a frame. */
export const page = (): RrwebEvent[] => [
  { type: EVENT.meta, data: { href: 'https://a.example/', width: 800, height: 600 }, timestamp: 1 },
  {
    type: EVENT.fullSnapshot,
    data: {
      node: {
        type: NODE.document,
        id: 1,
        childNodes: [
          element(2, 'html', [
            element(3, 'head', [element(4, 'style')]),
            element(5, 'body', [
              element(6, 'ul'),
              element(7, 'input'),
              element(8, 'div', [], { isShadowHost: true }),
              element(9, 'iframe'),
            ]),
          ]),
        ],
      },
      initialOffset: { left: 0, top: 0 },
    },
    timestamp: 2,
  },
];

export const increment = (data: object, timestamp = 3): RrwebEvent => ({ type: EVENT.increment, data, timestamp });
export const mutation = (changes: object, timestamp?: number): RrwebEvent =>
  increment({ source: SOURCE.mutation, adds: [], removes: [], texts: [], attributes: [], ...changes }, timestamp);

const FIRST_NEW = 100;

/** What a page does, at random: nodes come, move and go in the list and the shadow root, are styled, typed into and scrolled. */
export const happenings = fc
  .array(fc.tuple(fc.nat(9), fc.nat(40), fc.nat(40), fc.nat(5)), { maxLength: 80 })
  .map((steps) =>
    steps.map(([kind, one, other, few], at) => happening(kind, { one: FIRST_NEW + one, other: FIRST_NEW + other, few }, at + 3)),
  );

function happening(kind: number, { one, other, few }: { one: number; other: number; few: number }, at: number): RrwebEvent {
  const parentId = [6, 8, other, 6, other, 6][few] ?? 6;
  const node = few === 1 ? element(one, 'b', [], { isShadow: true }) : few === 3 ? text(one, `t${at}`) : element(one, 'li');
  const target = few === 0 ? 6 : one;
  switch (kind) {
    case 0:
    case 1:
    case 2:
      return mutation({ adds: [{ parentId: few === 1 ? 8 : parentId, nextId: few === 5 ? other : null, node }] }, at);
    case 3:
      return mutation({ removes: [{ parentId, id: one }] }, at);
    case 4:
      return mutation({ texts: [{ id: one, value: `changed ${at}` }] }, at);
    case 5:
      return mutation(
        {
          attributes: [
            { id: target, attributes: { class: few === 2 ? null : `k${few}`, style: { top: `${few}px`, color: few > 3 && false } } },
          ],
        },
        at,
      );
    case 6:
      return increment({ source: SOURCE.input, id: 7, text: `typed ${at}`, isChecked: false }, at);
    case 7:
      return increment({ source: SOURCE.scroll, id: few === 0 ? 1 : target, x: 0, y: at }, at);
    case 8:
      return few < 4
        ? increment({ source: SOURCE.styleSheetRule, id: 4, adds: [{ rule: `.r${at}{}`, index: few }] }, at)
        : increment({ source: SOURCE.styleSheetRule, id: 4, removes: [{ index: 0 }] }, at);
    default:
      return few < 3
        ? increment({ source: SOURCE.mouseMove, positions: [{ x: few, y: at, id: 6, timeOffset: 0 }] }, at)
        : mutation(
            {
              adds: [{ parentId: 9, nextId: null, node: { type: NODE.document, id: one + 500, childNodes: [element(one + 600, 'html')] } }],
            },
            at,
          );
  }
}
