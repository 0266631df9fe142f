import { childrenOf, isElement, subtreeOf, type MirrorNode } from './mirror-node.ts';
import { NODE } from './rrweb.ts';

/** As the tracker's `page/path-of.ts`, whose paths these have to equal. */
const STABLE = ['data-sightline-name', 'data-testid', 'data-test', 'data-cy', 'data-qa'];
const MADE_UP = /[:«]|\d{3,}|-\d+$/;
const PRIVATE = 'data-sightline-private';

/** rrweb writes all names in lower case; these have others in SVG. */
const SVG_NAMES: Record<string, string> = Object.fromEntries(
  ['clipPath', 'foreignObject', 'linearGradient', 'radialGradient', 'textPath', 'animateMotion', 'animateTransform'].map((name) => [
    name.toLowerCase(),
    name,
  ]),
);

/** The CSS paths of a mirrored page's elements, as the tracker gives them to events. */
export interface ElementPaths {
  of(element: MirrorNode): string;
  /** The element that an event names so; undefined where the page has none now. */
  find(path: string): MirrorNode | undefined;
}

/** Reads a document as it is now; ask for new ones when it changed. Frames have documents and paths of their own. */
export function elementPaths(document: MirrorNode): ElementPaths {
  const roots = new Map<MirrorNode, RootIndex>();
  const indexOf = (root: MirrorNode): RootIndex => {
    const known = roots.get(root);
    if (known !== undefined) return known;
    const index = rootIndex(root);
    roots.set(root, index);
    return index;
  };
  let byPath: Map<string, MirrorNode> | undefined;

  const of = (given: MirrorNode): string => {
    const element = closestPrivate(given);
    const root = rootOf(element);
    const index = indexOf(root);
    const steps: string[] = [];
    for (let at: MirrorNode | undefined = element; at !== undefined; at = parentElement(at)) {
      const name = uniqueName(at, index);
      steps.unshift(name ?? step(at));
      if (name !== undefined) break;
    }
    const path = steps.join(' > ');
    return root.type === NODE.document ? path : `${of(root)} >>> ${path}`;
  };

  return {
    of,
    find(path) {
      byPath ??= pathsIn(document, of);
      return byPath.get(path);
    },
  };
}

function pathsIn(document: MirrorNode, of: (element: MirrorNode) => string): Map<string, MirrorNode> {
  const paths = new Map<string, MirrorNode>();
  for (const node of subtreeOf(document)) {
    if (!isElement(node) || frameOf(node) !== document) continue;
    const path = of(node);
    if (!paths.has(path)) paths.set(path, node);
  }
  return paths;
}

/** The document that a node is in, through shadow roots. */
function frameOf(node: MirrorNode): MirrorNode {
  let at = node;
  while (at.parent !== undefined) at = at.parent;
  return at;
}

interface RootIndex {
  /** The first element of each id. */
  ids: Map<string, MirrorNode>;
  /** How many elements have each stable mark. */
  marks: Map<string, number>;
}

/** Of a document, or of the shadow root of a host. */
function rootIndex(root: MirrorNode): RootIndex {
  const index: RootIndex = { ids: new Map(), marks: new Map() };
  const visit = (node: MirrorNode) => {
    if (isElement(node)) {
      const { id } = node.attributes;
      if (typeof id === 'string' && !index.ids.has(id)) index.ids.set(id, node);
      for (const name of STABLE) {
        const mark = markOf(node, name);
        if (mark !== undefined) index.marks.set(mark, (index.marks.get(mark) ?? 0) + 1);
      }
    }
    for (const child of childrenOf(node.children)) visit(child);
  };
  for (const child of childrenOf(root.type === NODE.document ? root.children : root.shadow)) visit(child);
  return index;
}

/** The document, or the host of the shadow root, that an element is in. */
function rootOf(element: MirrorNode): MirrorNode {
  let at = element;
  while (at.parent !== undefined && !at.isShadow) at = at.parent;
  return at.isShadow && at.parent !== undefined ? at.parent : at;
}

const parentElement = (element: MirrorNode): MirrorNode | undefined =>
  element.isShadow || !isElement(element.parent) ? undefined : element.parent;

function closestPrivate(element: MirrorNode): MirrorNode {
  for (let at: MirrorNode | undefined = element; at !== undefined; at = parentElement(at)) if (PRIVATE in at.attributes) return at;
  return element;
}

function uniqueName(element: MirrorNode, { ids, marks }: RootIndex): string | undefined {
  const { id } = element.attributes;
  if (typeof id === 'string' && id !== '' && !MADE_UP.test(id) && ids.get(id) === element) return `#${escaped(id)}`;
  const mark = firstMark(element);
  return mark !== undefined && marks.get(mark) === 1 ? mark : undefined;
}

function firstMark(element: MirrorNode): string | undefined {
  for (const name of STABLE) {
    const mark = markOf(element, name);
    if (mark !== undefined) return mark;
  }
  return undefined;
}

function markOf({ attributes }: MirrorNode, name: string): string | undefined {
  const value = attributes[name];
  return typeof value === 'string' && value !== '' ? `[${name}=${JSON.stringify(value)}]` : undefined;
}

function step(element: MirrorNode): string {
  const { tagName, parent } = element;
  const mark = firstMark(element);
  const siblings = element.isShadow ? parent?.shadow : parent?.children;
  const alike = [...childrenOf(siblings)].filter((sibling) => isElement(sibling) && sibling.tagName === tagName);
  const isTold = mark !== undefined && alike.filter((sibling) => hasMark(sibling, mark)).length <= 1;
  const name = escaped(element.serialized.isSVG === true ? (SVG_NAMES[tagName] ?? tagName) : tagName);
  return alike.length > 1 && !isTold ? `${name}:nth-of-type(${alike.indexOf(element) + 1})` : `${name}${mark ?? ''}`;
}

const hasMark = (element: MirrorNode, mark: string): boolean => STABLE.some((name) => markOf(element, name) === mark);

/** As `CSS.escape` does (CSSOM, serialize an identifier). */
function escaped(identifier: string): string {
  return Array.from(identifier, (character, at) => {
    const code = character.codePointAt(0) ?? 0;
    if (code === 0) return '\uFFFD';
    const isDigitFirst = /\d/.test(character) && (at === 0 || (at === 1 && identifier.startsWith('-')));
    if (code < 0x20 || code === 0x7f || isDigitFirst) return `\\${code.toString(16)} `;
    if (at === 0 && character === '-' && identifier.length === 1) return '\\-';
    return code >= 0x80 || /[-\w]/.test(character) ? character : `\\${character}`;
  }).join('');
}
