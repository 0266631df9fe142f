import type { EventType, IncrementalSource, NodeType } from '@rrweb/types';

/*
 * rrweb's numbers by value, each by itself, so that the build writes them where they are used: its own lists are three times as long as
 * what is used of them.
 */

/** Kinds of rrweb events. */
export const DOCUMENT_READY = 0 as EventType.DomContentLoaded;
export const LOAD = 1 as EventType.Load;
export const FULL_SNAPSHOT = 2 as EventType.FullSnapshot;
export const CHANGE = 3 as EventType.IncrementalSnapshot;
export const META = 4 as EventType.Meta;
export const CUSTOM = 5 as EventType.Custom;

/** What changed. */
export const CHANGED_PAGE = 0 as IncrementalSource.Mutation;
export const CHANGED_MOUSE = 1 as IncrementalSource.MouseMove;
export const CHANGED_INPUT = 5 as IncrementalSource.Input;
export const CHANGED_TOUCH = 6 as IncrementalSource.TouchMove;
export const CHANGED_RULES = 8 as IncrementalSource.StyleSheetRule;
export const CHANGED_CANVAS = 9 as IncrementalSource.CanvasMutation;
export const CHANGED_DRAG = 12 as IncrementalSource.Drag;
export const CHANGED_DECLARATION = 13 as IncrementalSource.StyleDeclaration;
export const CHANGED_ADOPTED = 15 as IncrementalSource.AdoptedStyleSheet;

/** Kinds of nodes. */
export const ELEMENT = 2 as NodeType.Element;
export const TEXT = 3 as NodeType.Text;
