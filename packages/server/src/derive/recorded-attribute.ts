import type { MirrorNode } from '@sightline/metrics';

/** An attribute as it was recorded; undefined where the element has none. */
export const recordedAttribute = ({ attributes = {} }: MirrorNode, name: string): string | undefined => {
  const value = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
  if (value === undefined || value === null || value === false) return undefined;
  // rrweb writes attributes without a value as true.
  return value === true ? '' : String(value);
};
