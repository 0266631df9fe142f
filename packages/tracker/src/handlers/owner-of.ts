import type { Binding, Match } from './binding.ts';
import { compareSpecificity } from './specificity.ts';

/**
 * The one binding that an element's event belongs to, by LogUI's rule: bindings are taken in the order of the configuration; for
 * each of its events one that is more specific (or equally, where later ones override) takes the place of the one before, which
 * then loses all its events on the element; one that is less specific goes without that event.
 */
export function ownerOf(type: string, matches: readonly Match[], overrideEqual: boolean): Binding | undefined {
  const owners = new Map<string, Match>();
  for (const match of matches) {
    for (const event of match.binding.handler.browserEvents) {
      const owner = owners.get(event);
      const order = owner && owner !== match ? compareSpecificity(match.specificity, owner.specificity) : 1;
      if (order < 0 || (order === 0 && !overrideEqual)) continue;
      if (owner && owner !== match) {
        for (const lost of owner.binding.handler.browserEvents) if (owners.get(lost) === owner) owners.delete(lost);
      }
      owners.set(event, match);
    }
  }
  return owners.get(type)?.binding;
}
