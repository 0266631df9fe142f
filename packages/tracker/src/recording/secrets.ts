import { SECRET } from './masked.ts';

/** Where a text stands: the page's text, an attribute that people read or scripts repeat values in, or one that a page is built with. */
export type Place = 'text' | 'attribute' | 'structure';

/** What was typed on this page, so that nothing that repeats it leaves either. */
export interface Secrets {
  /** Notes what a field or editable element holds now. */
  learn(element: Element): void;
  /** Whether the element is made for secrets, or once was: a password that is shown stays one. */
  isSecret(element: Element): boolean;
  /** Whether somebody typed into the element's text. */
  isEdited(element: Element): boolean;
  /** The text without what was typed. */
  hide(text: string, place: Place): string;
}

/** Shorter texts are on every page by chance. */
const LEAST = 4;
/** Long enough to be found inside other text without tearing the page apart: a name with address, a number, a sentence. */
const TELLING = 8;
const LONGEST = 500;
/** The last so many values; typing makes one with each key. */
const REMEMBERED = 120;
const TYPED = /^(?:text|search|email|url|tel|password|number|hidden|date|time|month|week|datetime-local)$/;

interface Patterns {
  /** What must not stand anywhere. */
  strict: RegExp | undefined;
  /** What must not stand where values are repeated. */
  loose: RegExp | undefined;
}

/** Remembers fields and what they held; `isPrivate` tells which elements are made for secrets. */
export function createSecrets({ isPrivate }: { isPrivate: (element: Element) => boolean }): Secrets {
  const secret = new WeakSet<Element>();
  const edited = new WeakSet<Element>();
  const values = new Map<string, boolean>();
  let patterns: Patterns | undefined;

  const remember = (given: string, hidden: boolean) => {
    const value = given.trim().toLowerCase();
    if (value.length < LEAST || value.length > LONGEST || value.includes('\n')) return;
    const known = values.get(value);
    values.delete(value);
    values.set(value, hidden || known === true);
    const [oldest] = values.size > REMEMBERED ? values.keys() : [];
    if (oldest !== undefined) values.delete(oldest);
    if (known === undefined || (hidden && !known) || oldest !== undefined) patterns = undefined;
  };

  const isSecret = (element: Element) => {
    if (secret.has(element)) return true;
    if (!isPrivate(element)) return false;
    secret.add(element);
    return true;
  };

  const made = (): Patterns => {
    const strict = [...values].flatMap(([value, hidden]) => (hidden || value.length >= TELLING ? value : []));
    return { strict: anyOf(strict), loose: anyOf([...values.keys()]) };
  };

  return {
    learn(element) {
      const { type = '', value } = element as HTMLInputElement;
      const isField = element.localName === 'textarea' || (element.localName === 'input' && TYPED.test(type));
      if (isField) {
        const unseen = type === 'hidden' && value.length >= TELLING;
        // A text of several lines is repeated line by line, if at all.
        for (const line of value.split('\n')) remember(line, unseen || isSecret(element));
      } else if ((element as HTMLElement).isContentEditable) {
        edited.add(element);
        for (const { data } of textsOf(element)) remember(data, false);
      }
    },
    isSecret,
    isEdited: (element) => edited.has(element),
    hide(text, place) {
      if (text.length < LEAST || values.size === 0) return text;
      const { strict, loose } = (patterns ??= made());
      if (place === 'text' && values.has(text.trim().toLowerCase())) return SECRET;
      const pattern = place === 'attribute' ? loose : strict;
      return pattern ? text.replace(pattern, SECRET) : text;
    },
  };
}

function* textsOf(element: Element): Generator<Text> {
  for (const child of element.childNodes) {
    if (child.nodeType === 3) yield child as Text;
    else if (child.nodeType === 1) yield* textsOf(child as Element);
  }
}

/** Finds any of the values, as they are and as addresses spell them; the longest first, as one may begin another. */
function anyOf(values: string[]): RegExp | undefined {
  const all = new Set(values.flatMap((value) => [value, encoded(value), encoded(value).replaceAll('%20', '+')]));
  if (all.size === 0) return undefined;
  const sorted = [...all].sort((one, other) => other.length - one.length);
  return new RegExp(sorted.map((value) => value.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')).join('|'), 'gi');
}

function encoded(value: string): string {
  try {
    return encodeURIComponent(value);
  } catch {
    // Half of a character that needs two: no address can hold it either.
    return value;
  }
}
