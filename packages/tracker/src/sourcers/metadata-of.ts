import type { MetadataEntry } from '@sightline/protocol';
import type { MetadataRequest } from '../handlers/group.ts';
import { isPrivate } from '../privacy/is-private.ts';
import type { Sourcer, Sources } from './sourcer.ts';

export interface MetadataDeps {
  sourcers: Readonly<Record<string, Sourcer>>;
  sources: Sources;
}

/** Sourcers whose values are no element's. */
const NOT_OF_ELEMENTS: ReadonlySet<string> = new Set(['localStorage', 'sessionStorage', 'cookie', 'urlParameter', 'metaTag']);

/**
 * The values that requests ask for, one for each name: of several with one name the first that is neither empty nor zero nor false,
 * as LogUI chooses; else the first that is anything; else null, with the problem where there was one.
 */
export function metadataOf(element: Element, requests: readonly MetadataRequest[], { sourcers, sources }: MetadataDeps): MetadataEntry[] {
  const chosen = new Map<string, MetadataEntry>();
  for (const request of requests) {
    const name = request.nameForLog;
    const before = chosen.get(name);
    if (before?.value) continue;
    const found = ask(element, request, sourcers, sources);
    const better = !before || found.value || (before.value === null && (found.value !== null || !before.problem));
    if (better) chosen.set(name, found);
  }
  return [...chosen.values()];
}

function ask(element: Element, request: MetadataRequest, sourcers: MetadataDeps['sourcers'], sources: Sources): MetadataEntry {
  const { nameForLog: name, sourcer, onElement } = request;
  try {
    const asked = onElement === undefined ? element : element.ownerDocument.querySelector(onElement);
    if (!asked) return { name, value: null, problem: `no element matches ${onElement}` };
    const find = Object.hasOwn(sourcers, sourcer) ? sourcers[sourcer] : undefined;
    if (!find) return { name, value: null, problem: `no sourcer is called ${sourcer}` };
    if (!NOT_OF_ELEMENTS.has(sourcer) && isPrivate(asked)) return { name, value: null, problem: 'private' };
    return { name, value: find(asked, request, sources) ?? null };
  } catch (error) {
    return { name, value: null, problem: error instanceof Error ? error.message : String(error) };
  }
}
