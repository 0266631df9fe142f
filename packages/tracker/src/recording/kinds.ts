import type { EventType, IncrementalSource, NodeType } from '@rrweb/types';

/** rrweb's numbers for its events, by value: its own lists are three times as long as what is used of them. */
export const IS = {
  documentReady: 0 as EventType.DomContentLoaded,
  load: 1 as EventType.Load,
  full: 2 as EventType.FullSnapshot,
  change: 3 as EventType.IncrementalSnapshot,
  meta: 4 as EventType.Meta,
  custom: 5 as EventType.Custom,
} as const;

/** What changed. */
export const CHANGED = {
  page: 0 as IncrementalSource.Mutation,
  mouse: 1 as IncrementalSource.MouseMove,
  input: 5 as IncrementalSource.Input,
  touch: 6 as IncrementalSource.TouchMove,
  rules: 8 as IncrementalSource.StyleSheetRule,
  canvas: 9 as IncrementalSource.CanvasMutation,
  drag: 12 as IncrementalSource.Drag,
  declaration: 13 as IncrementalSource.StyleDeclaration,
  adopted: 15 as IncrementalSource.AdoptedStyleSheet,
} as const;

/** Kinds of nodes. */
export const NODE = { element: 2 as NodeType.Element, text: 3 as NodeType.Text } as const;
