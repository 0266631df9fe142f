import { applyMutation, build } from './apply-mutation.ts';
import { childrenOf, isElement, type MirrorNode } from './mirror-node.ts';
import { emptyPage, type PageState } from './page-state.ts';
import {
  CSS_TEXT,
  EVENT,
  INTERACTION,
  SOURCE,
  type AdoptedData,
  type InputData,
  type MediaData,
  type MutationData,
  type Place,
  type PointerData,
  type RrwebEvent,
  type SerializedNode,
  type SheetData,
} from './rrweb.ts';
import { sheetLog } from './sheet-log.ts';
import { snapshotOf } from './snapshot-of.ts';

/** A page rebuilt from rrweb events without a browser. */
export interface Mirror {
  apply(event: RrwebEvent): void;
  /**
   * rrweb events after which a replay shows what it shows after all events applied so far; undefined before the first full snapshot. The
   * first two are Meta and the full snapshot; what follows is what a full snapshot cannot hold: frames, typed text, scrolling in frames,
   * style sheets changed by scripts, the pointer. All are of the moment of the last event.
   */
  snapshot(): RrwebEvent[] | undefined;
  /** The page as it is now; it changes with the next event. */
  state: Readonly<PageState>;
}

const MOVES: ReadonlySet<number> = new Set([SOURCE.mouseMove, SOURCE.touchMove, SOURCE.drag]);
/** What a canvas was drawn with since its last whole picture, at most: replaying pictures is what counts. */
const CANVAS_COMMANDS = 100;

/** An empty mirror. */
export function createMirror(): Mirror {
  const state: PageState = emptyPage();

  const appliers: Partial<Record<number, (data: unknown, at: number) => void>> = {
    [SOURCE.mutation]: (data) => applyMutation(state.nodes, data as MutationData),
    [SOURCE.mouseInteraction]: (data) => interact(state, data as PointerData),
    [SOURCE.scroll]: (data) => {
      const { id, x, y } = data as Place;
      const node = state.nodes.get(id);
      if (node !== undefined) node.scroll = { x, y };
    },
    [SOURCE.viewportResize]: (data) => {
      const { width, height } = data as { width: number; height: number };
      state.view = { ...state.view, width, height };
    },
    [SOURCE.input]: (data) => {
      const { id, text, isChecked } = data as InputData;
      const node = state.nodes.get(id);
      if (node !== undefined) node.input = { text, isChecked };
    },
    [SOURCE.media]: (data, at) => playMedia(state, data as MediaData, at),
    [SOURCE.styleSheetRule]: (data) => changeSheet(state, data as SheetData),
    [SOURCE.styleDeclaration]: (data) => changeSheet(state, data as SheetData),
    [SOURCE.adoptedStyleSheet]: (data) => adopt(state, data as AdoptedData),
    [SOURCE.canvas]: (data) => draw(state, data as CanvasData),
    [SOURCE.font]: (data) => void state.fonts.set(JSON.stringify(data), data as object),
    [SOURCE.selection]: (data) => {
      state.selection = data as object;
    },
    [SOURCE.customElement]: (data) => void state.elements.set(JSON.stringify(data), data as object),
  };

  const increment = (data: unknown, at: number) => {
    if (typeof data !== 'object' || data === null || !('source' in data) || typeof data.source !== 'number') return;
    const place = MOVES.has(data.source) ? (data as PointerData).positions?.at(-1) : undefined;
    if (place !== undefined) state.pointer = { x: place.x, y: place.y, id: place.id };
    appliers[data.source]?.(data, at);
  };

  return {
    state,
    apply({ type, data, timestamp }) {
      state.at = timestamp;
      if (type === EVENT.increment) increment(data, timestamp);
      else if (type === EVENT.meta) state.view = { ...state.view, ...(data as PageState['view']) };
      else if (type === EVENT.fullSnapshot) begin(state, data as FullSnapshot);
      else if (type === EVENT.domContentLoaded) forgetPage(state);
    },
    snapshot: () => snapshotOf(state),
  };
}

interface FullSnapshot {
  node: SerializedNode;
  initialOffset?: { top: number; left: number };
}

/** A full snapshot shows all of a page but what scripts gave to the browser beside it. */
function begin(state: PageState, { node, initialOffset }: FullSnapshot): void {
  state.nodes.clear();
  state.madeSheets.clear();
  state.selection = undefined;
  state.focus = undefined;
  state.document = build(state.nodes, node);
  if (initialOffset !== undefined) state.document.scroll = { x: initialOffset.left, y: initialOffset.top };
}

/** Another document: fonts and elements that the last one defined are gone. */
function forgetPage(state: PageState): void {
  state.fonts.clear();
  state.elements.clear();
}

const TOUCHING: ReadonlySet<number | undefined> = new Set([
  INTERACTION.mouseUp,
  INTERACTION.mouseDown,
  INTERACTION.click,
  INTERACTION.touchStart,
  INTERACTION.touchEnd,
]);

function interact(state: PageState, { type, id = -1, x, y }: PointerData): void {
  if (id === -1) return;
  if (type === INTERACTION.focus) state.focus = id;
  if (type === INTERACTION.blur && state.focus === id) state.focus = undefined;
  if (TOUCHING.has(type) && x !== undefined && y !== undefined) state.pointer = { x, y, id };
}

const PLAY = 0;
const PAUSE = 1;

function playMedia({ nodes }: PageState, { source: _source, id, ...change }: MediaData, at: number): void {
  const node = nodes.get(id);
  if (node === undefined) return;
  const isPlaying = change.type === PLAY || (change.type !== PAUSE && node.media?.isPlaying === true);
  node.media = { state: { ...node.media?.state, ...change }, at, isPlaying };
}

function changeSheet({ nodes, madeSheets }: PageState, data: SheetData): void {
  if (data.styleId) {
    madeSheets.get(data.styleId)?.log.add(data);
    return;
  }
  const node = data.id === undefined ? undefined : nodes.get(data.id);
  if (node === undefined) return;
  node.sheet ??= sheetLog({ beganEmpty: isEmptySheet(node) });
  node.sheet.add(data);
}

const isEmptySheet = ({ tagName, attributes, children }: MirrorNode): boolean =>
  tagName === 'style' &&
  String(attributes[CSS_TEXT] ?? '').trim() === '' &&
  [...childrenOf(children)].every(({ textContent }) => textContent.trim() === '');

function adopt({ nodes, madeSheets }: PageState, { id, styles = [], styleIds }: AdoptedData): void {
  for (const { styleId, rules } of styles) madeSheets.set(styleId, { rules, log: sheetLog({ beganEmpty: false }) });
  const host = nodes.get(id);
  if (host === undefined) return;
  host.adoptedStyleIds = styleIds;
  // Only a document or a shadow root adopts: so there is one, even where nothing stands in it yet.
  if (isElement(host)) host.shadow ??= { first: undefined, last: undefined };
}

interface CanvasData {
  id: number;
  commands?: { property?: string }[];
}

/** Pictures are sent as «clear, draw»: what came before does not show. */
function draw({ nodes }: PageState, data: CanvasData): void {
  const node = nodes.get(data.id);
  if (!isElement(node)) return;
  const isWhole = data.commands?.[0]?.property === 'clearRect' && data.commands.at(-1)?.property === 'drawImage';
  node.canvas = isWhole ? [data] : [...(node.canvas ?? []).slice(1 - CANVAS_COMMANDS), data];
}
