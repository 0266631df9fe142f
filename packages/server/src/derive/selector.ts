import { childrenOf, isElement, type MirrorNode } from '@sightline/metrics';
import { compile, is, selectOne, type Options } from 'css-select';
import { propertyOf } from './property-of.ts';
import { recordedAttribute } from './recorded-attribute.ts';
import { isTraversal, parse, type Selector } from 'css-what';

/** A CSS selector asked of recorded pages. */
export interface PageSelector {
  /** The element itself or the nearest around it that the selector means; across shadow roots, as the tracker's groups. */
  closest(element: MirrorNode): MirrorNode | undefined;
  /** All that it means among the element and those around it, the innermost first. */
  around(element: MirrorNode): MirrorNode[];
  first(document: MirrorNode): MirrorNode | undefined;
  /** Whether a path alone, which tells tags, ids and stable attributes, can show that an element is meant. */
  readsPaths: boolean;
}

/** It is no selector. */
export class SelectorInvalid extends Error {
  override readonly name = 'SelectorInvalid';
}

/** Reads a selector; css-select decides, on rrweb's nodes. */
export function pageSelector(selector: string): PageSelector {
  const tokens = parsed(selector);
  function* meant(element: MirrorNode) {
    for (let at: MirrorNode | undefined = element; at !== undefined; at = at.parent)
      if (isElement(at) && is(at, selector, OPTIONS)) yield at;
  }
  return {
    closest: (element) => meant(element).next().value ?? undefined,
    around: (element) => [...meant(element)],
    first: (document) => selectOne(selector, document, OPTIONS) ?? undefined,
    readsPaths: tokens.every((alternative) => alternative.every(isTold)),
  };
}

function parsed(selector: string): Selector[][] {
  try {
    const tokens = parse(selector);
    // Unknown pseudo-classes are found out as it is compiled.
    compile(selector, OPTIONS);
    const open = tokens.some((alternative) => alternative.length === 0 || alternative.slice(-1).some(isTraversal));
    if (tokens.length === 0 || open) throw new Error('something is missing at its end');
    return tokens;
  } catch (error) {
    throw new SelectorInvalid(
      `selector must be a CSS selector, got ${JSON.stringify(selector)}: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

/** Attributes that the tracker's paths tell; see `metrics/src/recording/element-paths.ts`. */
const TOLD = new Set(['id', 'data-sightline-name', 'data-testid', 'data-test', 'data-cy', 'data-qa']);

const isTold = (token: Selector): boolean =>
  token.type === 'tag' ||
  token.type === 'universal' ||
  token.type === 'descendant' ||
  token.type === 'child' ||
  (token.type === 'attribute' && !isTraversal(token) && token.action === 'equals' && TOLD.has(token.name));

const siblingsOf = (node: MirrorNode): MirrorNode[] =>
  node.parent === undefined ? [node] : [...childrenOf(node.isShadow ? node.parent.shadow : node.parent.children)];

const OPTIONS: Options<MirrorNode, MirrorNode> = {
  cacheResults: false,
  adapter: {
    isTag: (node): node is MirrorNode => isElement(node),
    getAttributeValue: recordedAttribute,
    getChildren: ({ children }) => [...childrenOf(children)],
    getName: ({ tagName }) => tagName.toLowerCase(),
    // A selector does not reach out of its shadow root.
    getParent: ({ parent, isShadow }) => (isShadow || parent === undefined ? null : parent),
    getSiblings: siblingsOf,
    getText: (node) => String(propertyOf(node, 'textContent')),
    hasAttrib: (node, name) => recordedAttribute(node, name) !== undefined,
    removeSubsets: (nodes) => nodes.filter((node) => !nodes.some((other) => other !== node && isAround(other, node))),
  },
};

function isAround(outer: MirrorNode, node: MirrorNode): boolean {
  for (let at = node.parent; at !== undefined; at = at.parent) if (at === outer) return true;
  return false;
}
