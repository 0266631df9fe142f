import type { NodesById } from './apply-mutation.ts';
import type { MirrorNode } from './mirror-node.ts';
import type { Place, StyleRule } from './rrweb.ts';
import type { SheetLog } from './sheet-log.ts';

/** A style sheet that a script made and gave to documents or shadow roots. */
export interface MadeSheet {
  rules: StyleRule[];
  log: SheetLog;
}

/** A page as it is at one moment of its recording. */
export interface PageState {
  document: MirrorNode | undefined;
  nodes: NodesById;
  view: { href: string; width: number; height: number };
  pointer: Place | undefined;
  focus: number | undefined;
  selection: object | undefined;
  madeSheets: Map<number, MadeSheet>;
  fonts: Map<string, object>;
  elements: Map<string, object>;
  /** Timestamp of the last event. */
  at: number;
}

/** Before anything was recorded. */
export const emptyPage = (): PageState => ({
  document: undefined,
  nodes: new Map(),
  view: { href: '', width: 0, height: 0 },
  pointer: undefined,
  focus: undefined,
  selection: undefined,
  madeSheets: new Map(),
  fonts: new Map(),
  elements: new Map(),
  at: 0,
});
