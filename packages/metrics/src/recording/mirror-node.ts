import type { SheetLog } from './sheet-log.ts';
import { NODE, type Attributes, type InputData, type MediaData, type SerializedNode, type StyleChanges } from './rrweb.ts';

/** A node of a mirrored page: linked to its neighbours, so that moving one in a list of thousands costs nothing. */
export interface MirrorNode {
  readonly id: number;
  readonly type: number;
  /** What rrweb wrote of it that has no field here. */
  readonly serialized: Readonly<SerializedNode>;
  tagName: string;
  attributes: Attributes;
  textContent: string;
  parent: MirrorNode | undefined;
  /** It hangs in its parent's shadow root, not among its children. */
  isShadow: boolean;
  previous: MirrorNode | undefined;
  next: MirrorNode | undefined;
  children: NodeList;
  /** Of its open shadow root; undefined where it has none. */
  shadow: NodeList | undefined;
  /** Of a frame. */
  contentDocument: MirrorNode | undefined;
  /** Of a frame's document. */
  frame: MirrorNode | undefined;
  scroll: { x: number; y: number } | undefined;
  input: Omit<InputData, 'source' | 'id'> | undefined;
  /** What changed in its style attribute since that was last set as a whole. */
  styleChanges: StyleChanges | undefined;
  sheet: SheetLog | undefined;
  adoptedStyleIds: number[] | undefined;
  media: { state: Omit<MediaData, 'source' | 'id'>; at: number; isPlaying: boolean } | undefined;
  canvas: object[] | undefined;
}

/** Nodes that hang under one parent, in order. */
export interface NodeList {
  first: MirrorNode | undefined;
  last: MirrorNode | undefined;
}

/** A node that hangs nowhere yet, without children. */
export const mirrorNode = (serialized: SerializedNode): MirrorNode => ({
  id: serialized.id,
  type: serialized.type,
  serialized,
  tagName: serialized.tagName ?? '',
  attributes: { ...serialized.attributes },
  textContent: serialized.textContent ?? '',
  parent: undefined,
  isShadow: serialized.isShadow === true,
  previous: undefined,
  next: undefined,
  children: { first: undefined, last: undefined },
  shadow: serialized.isShadowHost === true ? { first: undefined, last: undefined } : undefined,
  contentDocument: undefined,
  frame: undefined,
  scroll: undefined,
  input: undefined,
  styleChanges: undefined,
  sheet: undefined,
  adoptedStyleIds: undefined,
  media: undefined,
  canvas: undefined,
});

/** Hangs a node that hangs nowhere under a parent, before one of its children, or last. */
export function insert(parent: MirrorNode, node: MirrorNode, before?: MirrorNode): void {
  const list = listFor(parent, node.isShadow);
  const next = before?.parent === parent && before.isShadow === node.isShadow ? before : undefined;
  const previous = next === undefined ? list.last : next.previous;
  node.parent = parent;
  node.previous = previous;
  node.next = next;
  if (previous === undefined) list.first = node;
  else previous.next = node;
  if (next === undefined) list.last = node;
  else next.previous = node;
}

/** Takes a node from where it hangs, with all that hangs under it. */
export function detach(node: MirrorNode): void {
  const { parent, previous, next, frame } = node;
  if (frame?.contentDocument === node) frame.contentDocument = undefined;
  node.frame = undefined;
  if (parent === undefined) return;
  const list = listFor(parent, node.isShadow);
  if (previous === undefined) list.first = next;
  else previous.next = next;
  if (next === undefined) list.last = previous;
  else next.previous = previous;
  node.parent = undefined;
  node.previous = undefined;
  node.next = undefined;
}

function listFor(parent: MirrorNode, isShadow: boolean): NodeList {
  if (!isShadow) return parent.children;
  parent.shadow ??= { first: undefined, last: undefined };
  return parent.shadow;
}

/** Its children in order; those of a shadow root are asked for by themselves. */
export function* childrenOf({ first }: NodeList = { first: undefined, last: undefined }): Generator<MirrorNode, void> {
  let next = first;
  while (next !== undefined) {
    const child = next;
    // Whoever asked may take the child away.
    next = child.next;
    yield child;
  }
}

/** A node and everything under it, in document order: shadow roots before children, documents of frames with their frame. */
export function* subtreeOf(root: MirrorNode): Generator<MirrorNode, void> {
  const waiting: MirrorNode[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    yield node;
    for (let child = node.children.last; child !== undefined; child = child.previous) waiting.push(child);
    for (let child = node.shadow?.last; child !== undefined; child = child.previous) waiting.push(child);
    if (node.contentDocument !== undefined) waiting.push(node.contentDocument);
  }
}

export const isElement = (node: MirrorNode | undefined): node is MirrorNode => node?.type === NODE.element;
