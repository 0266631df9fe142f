/*
 * rrweb's format, as far as the mirror reads it. Its numbers are fixed since version 1; its own types are enums, which a reader of
 * stored JSON cannot use, and name more than is needed here.
 */

export const EVENT = { domContentLoaded: 0, load: 1, fullSnapshot: 2, increment: 3, meta: 4, custom: 5 } as const;

export const SOURCE = {
  mutation: 0,
  mouseMove: 1,
  mouseInteraction: 2,
  scroll: 3,
  viewportResize: 4,
  input: 5,
  touchMove: 6,
  media: 7,
  styleSheetRule: 8,
  canvas: 9,
  font: 10,
  drag: 12,
  styleDeclaration: 13,
  selection: 14,
  adoptedStyleSheet: 15,
  customElement: 16,
} as const;

export const NODE = { document: 0, doctype: 1, element: 2, text: 3, cdata: 4, comment: 5 } as const;

export const INTERACTION = { mouseUp: 0, mouseDown: 1, click: 2, focus: 5, blur: 6, touchStart: 7, touchEnd: 9 } as const;

/** The attribute that holds the text of a style sheet. */
export const CSS_TEXT = '_cssText';

/** An rrweb event of version 1 or 2. */
export interface RrwebEvent {
  type: number;
  data?: unknown;
  timestamp: number;
}

export type Attributes = Record<string, string | number | boolean | null>;

/** A node as rrweb writes it into snapshots. */
export interface SerializedNode {
  type: number;
  id: number;
  rootId?: number;
  tagName?: string;
  attributes?: Attributes;
  childNodes?: SerializedNode[];
  textContent?: string;
  isShadow?: boolean;
  isShadowHost?: boolean;
  isSVG?: boolean;
}

/** The changes of a style attribute: a value, a value with its priority, or false for a property that goes. */
export type StyleChanges = Record<string, string | [string, string] | false>;

export interface MutationData {
  source: typeof SOURCE.mutation;
  adds?: { parentId: number; previousId?: number | null; nextId?: number | null; node: SerializedNode }[];
  removes?: { parentId: number; id: number; isShadow?: boolean }[];
  texts?: { id: number; value: string | null }[];
  attributes?: { id: number; attributes: Record<string, string | null | StyleChanges> }[];
  isAttachIframe?: boolean;
}

export interface StyleRule {
  rule: string;
  index?: number | number[];
}

/** A change of a style sheet's rules, or of one rule's declarations. */
export interface SheetData {
  source: typeof SOURCE.styleSheetRule | typeof SOURCE.styleDeclaration;
  id?: number;
  styleId?: number;
  adds?: StyleRule[];
  removes?: { index: number | number[] }[];
  replace?: string;
  replaceSync?: string;
  index?: number[];
  set?: { property: string; value: string | null; priority?: string };
  remove?: { property: string };
}

export interface AdoptedData {
  source: typeof SOURCE.adoptedStyleSheet;
  id: number;
  styles?: { styleId: number; rules: StyleRule[] }[];
  styleIds: number[];
}

export interface InputData {
  source: typeof SOURCE.input;
  id: number;
  text: string;
  isChecked: boolean;
}

export interface MediaData {
  source: typeof SOURCE.media;
  id: number;
  type: number;
  currentTime?: number;
  volume?: number;
  muted?: boolean;
  loop?: boolean;
  playbackRate?: number;
}

export interface Place {
  x: number;
  y: number;
  id: number;
}

export interface PointerData {
  source: number;
  positions?: (Place & { timeOffset: number })[];
  type?: number;
  id?: number;
  x?: number;
  y?: number;
}
