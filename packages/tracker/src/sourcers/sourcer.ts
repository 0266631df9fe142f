import { holdsPrivate, isPrivate } from '../privacy/is-private.ts';
import type { MetadataRequest } from '../handlers/group.ts';

/** What sourcers know of the browser. */
export interface Sources {
  local(): Storage;
  session(): Storage;
  cookies(): string;
  url(): string;
  /** Names of the cookies that may be read. */
  allowedCookies: readonly string[];
}

/**
 * Finds a value for the log. Undefined or null where there is none; throws a `Missing` with the reason where it cannot look.
 * `element` is the tracked element, or the one that `onElement` names.
 */
export type Sourcer = (element: Element, request: MetadataRequest, sources: Sources) => unknown;

/** What a sourcer could not do, for the log. */
export class Missing extends Error {}

/** The name that a request looks for. */
export function lookedFor({ lookFor, sourcer }: MetadataRequest): string {
  if (typeof lookFor === 'string' && lookFor !== '') return lookFor;
  throw new Missing(`${sourcer}: lookFor: expected a name, got ${String(lookFor)}`);
}

/** The value at a dotted path; a path may go through elements, and not into private ones. */
export function valueAt(value: unknown, path: string): unknown {
  // A key may itself hold dots.
  if (isObject(value) && path in value) return step(value, path);
  return path.split('.').reduce<unknown>(step, value);
}

/** Properties that hold everything that is inside. */
const WHOLE = /^(textContent|innerText|outerText|innerHTML|outerHTML)$/;

function step(found: unknown, key: string): unknown {
  if (found === null || found === undefined) return undefined;
  if (isElement(found) && (isPrivate(found) || (WHOLE.test(key) && holdsPrivate(found)))) throw new Missing('private');
  return Object(found)[key];
}

const isElement = (value: unknown): value is Element => isObject(value) && value.nodeType === 1;

export const isObject = (value: unknown): value is Record<string, unknown> =>
  (typeof value === 'object' || typeof value === 'function') && value !== null;
