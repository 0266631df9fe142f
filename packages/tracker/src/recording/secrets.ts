import { SECRET } from './masked.ts';

/** Where a text stands: the page's text, an attribute that people read or scripts repeat values in, or one that a page is built with. */
export type Place = 'text' | 'attribute' | 'structure';

/** What was typed on this page, so that nothing that repeats it leaves either. */
export interface Secrets {
  /** Notes what a field or editable element holds now. */
  learn(element: Element): void;
  /** Looks again at every field: scripts change them without telling. */
  look(): void;
  /** Whether the element is made for secrets, or once was: a password that is shown stays one. */
  isSecret(element: Element): boolean;
  /** Whether somebody typed into the element's text. */
  isEdited(element: Element): boolean;
  /** Whether there is any such element. */
  hasEdited(): boolean;
  /** The text without what was typed. */
  hide(text: string, place: Place): string;
}

/** Shorter texts are on every page by chance. */
const LEAST = 4;
/** Long enough to be found inside other text without tearing the page apart: a name with address, a number, a sentence. */
const TELLING = 8;
const LONGEST = 500;
/** Values that fields hold or held, and what they were on the way there: typing makes one with each key. */
const REMEMBERED = 400;
const ON_THE_WAY = 40;
const FIELDS = 300;
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
  const held = new WeakMap<Element, string>();
  let fields: WeakRef<Element>[] = [];
  /** Whether each may not even stand inside other text, however short it is. */
  const values = new Map<string, boolean>();
  const onTheWay = new Map<string, boolean>();
  let patterns: Patterns | undefined;
  let anyEdited = false;

  const put = (map: Map<string, boolean>, most: number, given: string, hidden: boolean) => {
    const value = given.trim().toLowerCase();
    if (value.length < LEAST || value.length > LONGEST) return;
    const isHidden = hidden || map.get(value) === true;
    if (map.get(value) === isHidden) return;
    map.set(value, isHidden);
    const [oldest] = map.size > most ? map.keys() : [];
    if (oldest !== undefined) map.delete(oldest);
    patterns = undefined;
  };

  const isSecret = (element: Element) => {
    if (secret.has(element)) return true;
    if (!isPrivate(element)) return false;
    secret.add(element);
    return true;
  };

  const learnField = (element: HTMLInputElement) => {
    const { type, value } = element;
    const before = held.get(element);
    if (before === value) return;
    held.set(element, value);
    if (before === undefined && fields.push(new WeakRef(element)) > FIELDS) fields = fields.slice(1);
    const hidden = (type === 'hidden' && value.length >= TELLING) || isSecret(element);
    if (before && (value.startsWith(before) || before.startsWith(value))) {
      values.delete(before.trim().toLowerCase());
      put(onTheWay, ON_THE_WAY, before, hidden);
    }
    // A text of several lines is repeated line by line, if at all.
    for (const line of value.split('\n')) put(values, REMEMBERED, line, hidden);
    // One that is emptied was something before.
    if (before && before.startsWith(value)) put(values, REMEMBERED, before, hidden);
  };

  const learn = (element: Element) => {
    const { type } = element as HTMLInputElement;
    if (element.localName === 'textarea' || (element.localName === 'input' && TYPED.test(type))) learnField(element as HTMLInputElement);
    else if ((element as HTMLElement).isContentEditable) {
      edited.add(element);
      anyEdited = true;
      for (const { data } of textsOf(element)) put(values, REMEMBERED, data, false);
    }
  };

  const made = (): Patterns => {
    const all = [...values, ...onTheWay];
    return {
      strict: anyOf(all.flatMap(([value, hidden]) => (hidden || value.length >= TELLING ? value : []))),
      loose: anyOf(all.map(([value]) => value)),
    };
  };

  return {
    learn,
    look() {
      for (const field of fields) {
        const element = field.deref();
        if (element) learn(element);
      }
    },
    isSecret,
    isEdited: (element) => edited.has(element),
    hasEdited: () => anyEdited,
    hide(text, place) {
      if (text.length < LEAST || values.size + onTheWay.size === 0) return text;
      const { strict, loose } = (patterns ??= made());
      const whole = place === 'text' ? text.trim().toLowerCase() : '';
      if (values.has(whole) || onTheWay.has(whole)) return SECRET;
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
