import { childrenOf, detach, insert, subtreeOf, mirrorNode, type MirrorNode } from './mirror-node.ts';
import { CSS_TEXT, NODE, type MutationData, type SerializedNode, type StyleChanges } from './rrweb.ts';

/** The nodes of a mirrored page by their ids. */
export type NodesById = Map<number, MirrorNode>;

/** Makes one rrweb mutation's changes in rrweb's order: what went, what came, texts, attributes. What cannot be found is left out, as a replay does. */
export function applyMutation(nodes: NodesById, { removes = [], adds = [], texts = [], attributes = [] }: MutationData): void {
  for (const { id } of removes) remove(nodes, id);
  addAll(nodes, adds);
  for (const { id, value } of texts) setText(nodes.get(id), value ?? '');
  for (const { id, attributes: changes } of attributes) {
    const node = nodes.get(id);
    if (node !== undefined) for (const [name, value] of Object.entries(changes)) setAttribute(nodes, node, name, value);
  }
}

/** A serialized node with all that stands under it, hung nowhere. */
export function build(nodes: NodesById, serialized: SerializedNode): MirrorNode {
  const { childNodes = [], ...own } = serialized;
  const node = mirrorNode(own);
  nodes.set(node.id, node);
  for (const child of childNodes) insert(node, build(nodes, child));
  return node;
}

function remove(nodes: NodesById, id: number): void {
  const node = nodes.get(id);
  if (node === undefined) return;
  if (node.type === NODE.text) retext(node.parent);
  removeNode(nodes, node);
}

function forget(nodes: NodesById, root: MirrorNode): void {
  for (const node of subtreeOf(root)) if (nodes.get(node.id) === node) nodes.delete(node.id);
}

type Add = NonNullable<MutationData['adds']>[number];

/** A node may be named before the one it hangs under or stands before: it waits for them, for as long as any other finds its place. */
function addAll(nodes: NodesById, adds: readonly Add[]): void {
  let waiting: readonly Add[] = adds;
  for (let before = Number.POSITIVE_INFINITY; waiting.length > 0 && waiting.length < before;) {
    before = waiting.length;
    waiting = waiting.filter((add) => !hang(nodes, add));
  }
}

function hang(nodes: NodesById, { parentId, previousId, nextId, node: serialized }: Add): boolean {
  const parent = nodes.get(parentId);
  const next = isId(nextId) ? nodes.get(nextId) : undefined;
  if (parent === undefined || (isId(nextId) && next === undefined)) return false;
  const old = nodes.get(serialized.id);
  if (old !== undefined) removeNode(nodes, old);
  // Nothing hangs under a text, or under itself.
  if ((parent.type !== NODE.element && parent.type !== NODE.document) || nodes.get(parentId) !== parent) return true;
  if (serialized.type === NODE.document) return attach(nodes, parent, serialized);
  // Everything under an added node is added by itself.
  const node = build(nodes, { ...serialized, childNodes: [] });
  makeRoom(nodes, parent, node);
  const previous = isId(previousId) ? nodes.get(previousId) : undefined;
  insert(parent, node, previous?.parent === parent && previous.next !== undefined ? previous.next : next);
  return true;
}

const isId = (id: number | null | undefined): id is number => id !== null && id !== undefined && id !== -1;

/** The document of a frame comes whole, and again when the frame loads another. */
function attach(nodes: NodesById, frame: MirrorNode, serialized: SerializedNode): boolean {
  if (frame.contentDocument !== undefined) {
    forget(nodes, frame.contentDocument);
    detach(frame.contentDocument);
  }
  const document = build(nodes, serialized);
  frame.contentDocument = document;
  document.frame = frame;
  return true;
}

/** A document has one root and one doctype; a text area's text is one; a style sheet gets another text. */
function makeRoom(nodes: NodesById, parent: MirrorNode, node: MirrorNode): void {
  if (parent.type === NODE.document && (node.type === NODE.element || node.type === NODE.doctype)) {
    for (const child of childrenOf(parent.children)) if (child.type === node.type) removeNode(nodes, child);
  } else if (node.type === NODE.text && parent.tagName === 'textarea') {
    for (const child of childrenOf(parent.children)) if (child.type === NODE.text) removeNode(nodes, child);
  } else if (node.type === NODE.text && parent.children.first !== undefined) {
    retext(parent);
  }
}

function removeNode(nodes: NodesById, node: MirrorNode): void {
  forget(nodes, node);
  detach(node);
}

function setText(node: MirrorNode | undefined, text: string): void {
  if (node === undefined || node.type === NODE.element || node.type === NODE.document) return;
  retext(node.parent);
  node.textContent = text;
}

/** Where rrweb puts the text of a style element's nodes into one attribute, this stands between them. */
const SPLIT = '/* rr_split */';

/** The text of a style element is about to change: each node gets its own again, and what scripts did to the rules is undone by the browser. */
function retext(style: MirrorNode | undefined): void {
  if (style?.tagName !== 'style') return;
  style.sheet = undefined;
  const cssText = style.attributes[CSS_TEXT];
  if (typeof cssText !== 'string') return;
  const parts = cssText.split(SPLIT);
  const texts = [...childrenOf(style.children)].filter(({ type }) => type === NODE.text);
  texts.forEach((text, at) => {
    text.textContent = at === texts.length - 1 ? parts.slice(at).join('') : (parts[at] ?? '');
  });
  delete style.attributes[CSS_TEXT];
}

function setAttribute(nodes: NodesById, node: MirrorNode, name: string, value: string | null | StyleChanges): void {
  if (typeof value === 'object' && value !== null) {
    if (name === 'style') node.styleChanges = mergedStyle(node.styleChanges, value);
    return;
  }
  if (name === 'style') node.styleChanges = undefined;
  if (name === CSS_TEXT) node.sheet = undefined;
  if (name === 'value' && node.tagName === 'textarea') for (const child of childrenOf(node.children)) removeNode(nodes, child);
  if (value === null) delete node.attributes[name];
  else node.attributes[name] = value;
}

/** A property that is set again goes to the end: `margin` after `margin-top` takes it back. */
function mergedStyle(before: StyleChanges = {}, changes: StyleChanges): StyleChanges {
  const merged = { ...before };
  for (const [property, value] of Object.entries(changes)) {
    delete merged[property];
    merged[property] = value;
  }
  return merged;
}
