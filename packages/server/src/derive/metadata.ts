import { subtreeOf, isElement, type MirrorNode } from '@sightline/metrics';
import type { MetadataEntry, RuleMetadata } from '@sightline/protocol';
import { propertyOf } from './property-of.ts';
import { recordedAttribute } from './recorded-attribute.ts';
import { pageSelector } from './selector.ts';

/** What a rule's metadata is worked out from. */
export interface MetadataPlace {
  element: MirrorNode;
  document: MirrorNode | undefined;
  url: string;
}

/** The values a group asks for, as far as a recorded page tells them, and why not all of them: one for each name, chosen as the tracker does. */
export function metadataOf(requests: readonly RuleMetadata[], place: MetadataPlace): MetadataEntry[] {
  const chosen = new Map<string, MetadataEntry>();
  for (const request of requests) {
    const before = chosen.get(request.nameForLog);
    if (before?.value) continue;
    const found = ask(request, place);
    if (!before || found.value || (before.value === null && found.value !== null)) chosen.set(request.nameForLog, found);
  }
  return [...chosen.values()];
}

function ask({ nameForLog: name, sourcer, lookFor = '', onElement }: RuleMetadata, place: MetadataPlace): MetadataEntry {
  const without = (problem: string): MetadataEntry => ({ name, value: null, problem });
  const element = onElement === undefined ? place.element : place.document && pageSelector(onElement).first(place.document);
  if (!element) return without(`onElement: nothing on the page is ${onElement}`);
  const find = Object.hasOwn(SOURCERS, sourcer) ? SOURCERS[sourcer] : undefined;
  if (!find) return without(`${sourcer} cannot be worked out from a recording`);
  const value = find(lookFor, { ...place, element });
  if (value === undefined) return without(`${lookFor || sourcer} is not in the recording`);
  if (typeof value !== 'string') return { name, value };
  // The recorder writes what it hides as asterisks of its length.
  if (/^\*+$/.test(value)) return without('masked in the recording');
  if (value.startsWith('sightline-asset:')) return without('the recording has what stood there, not its address');
  const isAddress = (sourcer === 'elementAttribute' || sourcer === 'closestAttribute') && ADDRESS.test(lookFor);
  return { name, value, ...(isAddress && { problem: 'a whole address, as the browser read it: how it was written is not recorded' }) };
}

/** Attributes that rrweb writes as whole addresses. */
const ADDRESS = /^(?:src|href|xlink:href|srcset|background|data|style)$/i;

type Found = string | boolean | undefined;

const SOURCERS: Record<string, (lookFor: string, place: MetadataPlace) => Found> = {
  elementAttribute: (name, { element }) => recordedAttribute(element, name),
  closestAttribute: (name, { element }) => {
    for (let at: MirrorNode | undefined = element; at !== undefined; at = at.parent) {
      const value = recordedAttribute(at, name);
      if (value !== undefined) return value;
    }
    return undefined;
  },
  dataset: (name, { element }) => propertyOf(element, `dataset.${name}`),
  elementProperty: (name, { element }) => propertyOf(element, name),
  metaTag: (name, { document }) => {
    if (!document) return undefined;
    for (const node of subtreeOf(document)) {
      const isMeant = isElement(node) && node.tagName === 'meta' && [recordedAttribute(node, 'name'), recordedAttribute(node, 'property')];
      // Our recorder leaves out what it says, but for what a page is drawn by.
      if (isMeant && isMeant.includes(name)) return recordedAttribute(node, 'content') || undefined;
    }
    return undefined;
  },
  urlParameter: (name, { url }) => (URL.canParse(url) ? (new URL(url).searchParams.get(name) ?? undefined) : undefined),
};
