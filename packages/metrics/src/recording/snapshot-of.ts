import { childrenOf, subtreeOf, type MirrorNode } from './mirror-node.ts';
import type { PageState } from './page-state.ts';
import { EVENT, INTERACTION, NODE, SOURCE, type MediaData, type RrwebEvent, type SerializedNode } from './rrweb.ts';

/** A page's state as rrweb events; undefined where there is no page yet. */
export function snapshotOf(state: PageState): RrwebEvent[] | undefined {
  const { document, view, at } = state;
  if (document === undefined) return undefined;
  const increments = [...framesIn(document), ...sheetsIn(state, document), ...whatWasDoneIn(document, at), ...ofThePage(state)];
  const { x: left, y: top } = document.scroll ?? { x: 0, y: 0 };
  return [
    { type: EVENT.meta, data: { ...view }, timestamp: at },
    { type: EVENT.fullSnapshot, data: { node: serialized(document), initialOffset: { left, top } }, timestamp: at },
    ...increments.map((data) => ({ type: EVENT.increment, data, timestamp: at })),
  ];
}

/** A node with all that stands under it as rrweb writes it: children, then those of its shadow root; documents of frames come by themselves. */
function serialized(node: MirrorNode): SerializedNode {
  const { type, children, shadow, attributes, textContent, serialized: own } = node;
  const { childNodes: _none, ...rest } = own;
  if (type === NODE.document) return { ...rest, childNodes: Array.from(childrenOf(children), serialized) };
  if (type !== NODE.element) return type === NODE.doctype ? rest : { ...rest, textContent };
  return {
    ...rest,
    attributes: scrolled(node, attributes),
    childNodes: [...Array.from(childrenOf(children), serialized), ...Array.from(childrenOf(shadow), serialized)],
    ...(shadow && { isShadowHost: true }),
  };
}

/** rrweb writes where an element is scrolled to among its attributes. */
function scrolled({ scroll }: MirrorNode, attributes: MirrorNode['attributes']): MirrorNode['attributes'] {
  const { rr_scrollLeft: _left, rr_scrollTop: _top, ...rest } = attributes;
  if (scroll === undefined) return attributes;
  return { ...rest, ...(scroll.x !== 0 && { rr_scrollLeft: scroll.x }), ...(scroll.y !== 0 && { rr_scrollTop: scroll.y }) };
}

/** Documents of frames, outer ones first. */
function* framesIn(document: MirrorNode): Generator<object, void> {
  for (const { id, contentDocument } of subtreeOf(document)) {
    if (contentDocument === undefined) continue;
    const add = { parentId: id, nextId: null, node: serialized(contentDocument) };
    yield { source: SOURCE.mutation, adds: [add], removes: [], texts: [], attributes: [], isAttachIframe: true };
  }
}

/** Style sheets that scripts made, and what they did to others. */
function* sheetsIn({ madeSheets }: PageState, document: MirrorNode): Generator<object, void> {
  const told = new Set<number>();
  for (const { id, sheet, adoptedStyleIds } of subtreeOf(document)) {
    for (const change of sheet?.changes() ?? []) yield { ...change, id };
    if (adoptedStyleIds === undefined) continue;
    const styles = adoptedStyleIds.flatMap((styleId) => {
      const made = madeSheets.get(styleId);
      if (made === undefined || told.has(styleId)) return [];
      told.add(styleId);
      return [{ styleId, rules: made.rules }];
    });
    yield { source: SOURCE.adoptedStyleSheet, id, styleIds: adoptedStyleIds, ...(styles.length > 0 && { styles }) };
    for (const { styleId } of styles) for (const change of madeSheets.get(styleId)?.log.changes() ?? []) yield { ...change, styleId };
  }
}

/** What people and scripts did to single nodes and no attribute tells. Scrolling comes again at the end: only now is everything as tall as it was. */
function* whatWasDoneIn(document: MirrorNode, at: number): Generator<object, void> {
  const all = [...subtreeOf(document)];
  const attributes = all.flatMap(({ id, styleChanges }) =>
    styleChanges === undefined ? [] : [{ id, attributes: { style: styleChanges } }],
  );
  if (attributes.length > 0) yield { source: SOURCE.mutation, adds: [], removes: [], texts: [], attributes };
  for (const { id, input, media, canvas, scroll } of all) {
    if (input !== undefined) yield { source: SOURCE.input, id, ...input };
    if (media !== undefined) yield { source: SOURCE.media, id, ...mediaAt(media, at) };
    yield* canvas ?? [];
    if (scroll !== undefined && (scroll.x !== 0 || scroll.y !== 0)) yield { source: SOURCE.scroll, id, ...scroll };
  }
}

function mediaAt({ state, at: since, isPlaying }: NonNullable<MirrorNode['media']>, at: number): Omit<MediaData, 'source' | 'id'> {
  const played = isPlaying ? ((at - since) / 1_000) * (state.playbackRate ?? 1) : 0;
  return { ...state, type: isPlaying ? 0 : 1, ...(state.currentTime !== undefined && { currentTime: state.currentTime + played }) };
}

function* ofThePage({ nodes, pointer, focus, selection, fonts, elements }: PageState): Generator<object, void> {
  yield* elements.values();
  yield* fonts.values();
  if (selection !== undefined) yield selection;
  if (focus !== undefined && nodes.has(focus)) yield { source: SOURCE.mouseInteraction, type: INTERACTION.focus, id: focus };
  if (pointer !== undefined) yield { source: SOURCE.mouseMove, positions: [{ ...pointer, timeOffset: 0 }] };
}
