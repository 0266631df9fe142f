import { childrenOf, isElement, subtreeOf, type MirrorNode } from '@sightline/metrics';
import type { MetadataEntry, RuleMetadata } from '@sightline/protocol';
import { pageSelector } from './selector.ts';

/** What a rule's metadata is worked out from. */
export interface MetadataPlace {
  element: MirrorNode;
  document: MirrorNode | undefined;
  url: string;
}

/** The values a group asks for, as far as a recorded page tells them; for the rest, why not. */
export const metadataOf = (requests: readonly RuleMetadata[], place: MetadataPlace): MetadataEntry[] =>
  requests.map((request) => {
    const element =
      request.onElement === undefined ? place.element : place.document && pageSelector(request.onElement).first(place.document);
    if (!element) return { name: request.nameForLog, value: null, problem: `onElement: nothing on the page is ${request.onElement}` };
    const sourcer = Object.hasOwn(SOURCERS, request.sourcer) ? SOURCERS[request.sourcer] : undefined;
    if (!sourcer) return { name: request.nameForLog, value: null, problem: `${request.sourcer} cannot be worked out from a recording` };
    const value = sourcer(request.lookFor ?? '', { ...place, element });
    if (value === undefined)
      return { name: request.nameForLog, value: null, problem: `${request.lookFor ?? request.sourcer} is not in the recording` };
    // The recorder writes what it hides as asterisks of its length.
    return /^\*+$/.test(value)
      ? { name: request.nameForLog, value: null, problem: 'masked in the recording' }
      : { name: request.nameForLog, value };
  });

const SOURCERS: Record<string, (lookFor: string, place: MetadataPlace) => string | undefined> = {
  elementAttribute: (name, { element }) => attribute(element, name),
  closestAttribute: (name, { element }) => {
    for (let at: MirrorNode | undefined = element; at !== undefined; at = at.parent) {
      const value = attribute(at, name);
      if (value !== undefined) return value;
    }
    return undefined;
  },
  dataset: (name, { element }) => attribute(element, `data-${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`),
  elementProperty: (name, { element }) => {
    if (name === 'id' || name === 'title') return attribute(element, name) ?? '';
    if (name === 'className') return attribute(element, 'class') ?? '';
    if (name === 'tagName') return element.tagName.toUpperCase();
    return name === 'textContent' || name === 'innerText' ? textOf(element) : undefined;
  },
  metaTag: (name, { document }) => {
    if (!document) return undefined;
    for (const node of subtreeOf(document))
      if (isElement(node) && node.tagName === 'meta' && attribute(node, 'name') === name) return attribute(node, 'content');
    return undefined;
  },
  urlParameter: (name, { url }) => (URL.canParse(url) ? (new URL(url).searchParams.get(name) ?? undefined) : undefined),
};

const attribute = ({ attributes = {} }: MirrorNode, name: string): string | undefined => {
  const value = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
  return value === undefined || value === null ? undefined : String(value);
};

const TEXT = 3;

const textOf = (node: MirrorNode): string => (node.type === TEXT ? node.textContent : [...childrenOf(node.children)].map(textOf).join(''));
