import type { RecordingSettings } from '@sightline/protocol';
import type { addedNodeMutation, attributeMutation, eventWithTime, mutationData, serializedNodeWithId } from '@rrweb/types';
import {
  CHANGE,
  CHANGED_ADOPTED,
  CHANGED_DECLARATION,
  CHANGED_INPUT,
  CHANGED_PAGE,
  CHANGED_RULES,
  ELEMENT,
  FULL_SNAPSHOT,
  META,
  TEXT,
} from './kinds.ts';
import { cleanUrl } from './clean-url.ts';
import { closestComposed, composedAncestors } from './closest-composed.ts';
import { masked, maskedInput, SECRET } from './masked.ts';
import type { Secrets } from './secrets.ts';

export type Attributes = Record<string, unknown>;
/** An element in an event, and the element of the page where it is known. */
export type Seen = (id: number, tagName: string, attributes: Attributes, element: Element | undefined) => void;

export interface CleanerDeps {
  /** rrweb's own record of what has which number. */
  nodeOf: (id: number) => Node | null;
  secrets: Secrets;
  settings: Pick<RecordingSettings, 'maskAllText' | 'maskText' | 'ignore' | 'maskAttributes'>;
  /** Selector of what is recorded as its size alone. */
  blocked: string;
  /** Told of each element and each change of attributes, once nothing private is left in it. */
  seen: Seen;
}

export interface Cleaner {
  /** The event with nothing private left in it; undefined where nothing is left at all. */
  event(event: eventWithTime): eventWithTime | undefined;
  /** What a field shows in the recording for what it holds. */
  input(text: string, element: Element): string;
}

const EDITABLE = '[contenteditable]:not([contenteditable="false" i]),[role="textbox"],textarea,.rr-mask';
const FIELD = /^(?:input|textarea|select)$/;
/** Their value is a label that the page has put there. */
const LABELLED = /^(?:submit|button|reset|image)$/;
const CHECKED = /^(?:checkbox|radio)$/;
const READ = /^(?:placeholder|title|alt|label|summary|content|value|aria-(?:label|description|valuetext|placeholder|roledescription))$/;
const BUILT = /^(?:class|id|for|name|type|style|rel|role|d|points|transform|viewbox|width|height|sizes|media|lang|dir|slot|part|tabindex)$/;
const ADDRESS = /^(?:href|src|srcset|action|formaction|poster|background|cite|ping|data|xlink:href|rr_src)$/;
/** Code, and copies of what the recording has anyway. */
const LEFT_OUT = /^(?:on.*|nonce|integrity|srcdoc)$/;
/** Of a page's head, only what it is drawn by. */
const DRAWN_BY = /^(?:viewport|color-scheme|theme-color)$/i;
/** rrweb's own: sizes, scroll positions, pictures of canvases. */
const RRWEB = /^rr_(?!src)/;
const CSS = '_cssText';

/** Takes out of rrweb's events, on the page itself, what must never leave it. Doing so twice changes nothing. */
export function createCleaner({ nodeOf, secrets, settings, blocked, seen }: CleanerDeps): Cleaner {
  const maskedText = [EDITABLE, ...settings.maskText].join();
  const ignored = ['.rr-ignore', ...settings.ignore].join();
  const leftOut = new Set(settings.maskAttributes.map((name) => name.toLowerCase()));
  const hides = (element: Element) => element.matches(maskedText) || secrets.isEdited(element);
  const isMasked = (node: Node | null) =>
    settings.maskAllText ||
    closestComposed(node, maskedText) !== undefined ||
    (secrets.hasEdited() && [...composedAncestors(node)].some(secrets.isEdited));
  const isBlocked = (node: Node | null) => closestComposed(node, blocked) !== undefined;
  const elementOf = (id: number) => {
    const node = nodeOf(id);
    return node?.nodeType === 1 ? (node as Element) : undefined;
  };

  const input = (text: string, element: Element): string => {
    secrets.learn(element);
    if (element.matches(ignored)) return '';
    if (secrets.isSecret(element)) return text && SECRET;
    const { type = '' } = element as HTMLInputElement;
    return LABELLED.test(type) ? secrets.hide(text, 'attribute') : maskedInput(text);
  };

  const value = (text: string, tagName: string, type: string, hidden: boolean, element: Element | undefined): string => {
    if (!FIELD.test(tagName)) return hidden ? masked(text) : secrets.hide(text, 'attribute');
    if (LABELLED.test(type) || CHECKED.test(type)) return hidden ? masked(text) : secrets.hide(text, 'attribute');
    return element ? input(text, element) : maskedInput(text);
  };

  const clean = (tagName: string, attributes: Attributes, element: Element | undefined, hidden: boolean) => {
    const type = String(attributes.type ?? (element as HTMLInputElement | undefined)?.type ?? '').toLowerCase();
    for (const [key, given] of Object.entries(attributes)) {
      const name = key.toLowerCase();
      if (leftOut.has(name) || LEFT_OUT.test(name)) delete attributes[key];
      else if (name === 'style' && Object(given) === given) attributes[key] = rules(given);
      else if (typeof given !== 'string' || RRWEB.test(key)) continue;
      // A style sheet of the site's own is the same for everybody.
      else if (key === CSS) attributes[key] = tagName === 'link' ? given : secrets.hide(given, 'structure');
      else if (name === 'value') attributes[key] = value(given, tagName, type, hidden, element);
      else if (tagName === 'meta' && name === 'content') {
        const drawn = DRAWN_BY.test(String(attributes.name ?? element?.getAttribute('name') ?? ''));
        attributes[key] = drawn ? given : '';
      } else if (ADDRESS.test(name)) attributes[key] = secrets.hide(cleanUrl(given), 'structure');
      else if (BUILT.test(name)) attributes[key] = secrets.hide(given, 'structure');
      else attributes[key] = hidden && READ.test(name) ? masked(given) : secrets.hide(given, 'attribute');
    }
  };

  /** Style rules by themselves, wherever in the value their text stands. */
  const rules = <Value>(given: Value): Value => JSON.parse(secrets.hide(JSON.stringify(given), 'structure'));

  const text = (given: string, hidden: boolean) => (hidden ? masked(given) : secrets.hide(given, 'text'));

  const walk = (node: serializedNodeWithId, hidden: boolean, parent: string): void => {
    if (node.type === TEXT) {
      if (parent === 'style') node.textContent = secrets.hide(node.textContent, 'structure');
      else node.textContent = parent === 'noscript' ? '' : text(node.textContent, hidden || parent === 'textarea');
      return;
    }
    let within = hidden;
    let tagName = '';
    if (node.type === ELEMENT) {
      ({ tagName } = node);
      const element = elementOf(node.id);
      if (element) {
        within ||= hides(element);
        if (FIELD.test(tagName)) secrets.learn(element);
      }
      clean(tagName, node.attributes, element, within);
      seen(node.id, tagName, node.attributes, element);
    }
    if ('childNodes' in node) for (const child of node.childNodes) walk(child, within, tagName);
  };

  const changed = ({ id, attributes }: attributeMutation): boolean => {
    const element = elementOf(id);
    if (element && isBlocked(element.parentNode)) return false;
    const tagName = element?.localName ?? '';
    // A field that becomes a text field must be known as what it was.
    if (element && FIELD.test(tagName)) {
      secrets.isSecret(element);
      secrets.learn(element);
    }
    clean(tagName, attributes, element, element ? isMasked(element) : settings.maskAllText);
    seen(id, tagName, attributes, element);
    return Object.keys(attributes).length > 0;
  };

  /** A frame that is about to load something else is told once that is there: rrweb's replay cannot put one document after another into a frame. */
  const isInitial = ({ parentId, node }: addedNodeMutation): boolean => {
    const frame = elementOf(parentId);
    const promise = frame?.getAttribute('srcdoc') ?? frame?.getAttribute('src');
    return Boolean(promise) && promise !== 'about:blank' && isEmpty(node);
  };

  const mutation = (data: mutationData) => {
    if (data.isAttachIframe && data.adds.every(isInitial)) return false;
    data.adds = data.adds.filter(({ parentId, node }) => {
      const parent = nodeOf(parentId);
      if (parent && isBlocked(parent)) return false;
      walk(node, parent ? isMasked(parent) : settings.maskAllText, elementOf(parentId)?.localName ?? '');
      return true;
    });
    data.texts = data.texts.filter((change) => {
      const node = nodeOf(change.id);
      const parent = node?.parentNode as Element | null | undefined;
      if (node && isBlocked(node)) return false;
      if (change.value && parent?.localName === 'style') change.value = secrets.hide(change.value, 'structure');
      else if (change.value) change.value = text(change.value, node ? isMasked(node) : settings.maskAllText);
      return true;
    });
    data.attributes = data.attributes.filter(changed);
    return data.adds.length + data.texts.length + data.attributes.length + data.removes.length > 0;
  };

  return {
    input,
    event(event) {
      secrets.look();
      if (event.type === META) event.data.href = secrets.hide(cleanUrl(event.data.href), 'structure');
      if (event.type === FULL_SNAPSHOT) walk(event.data.node, settings.maskAllText, '');
      if (event.type !== CHANGE) return event;
      const { data } = event;
      if (data.source === CHANGED_PAGE) return mutation(data) ? event : undefined;
      if (data.source === CHANGED_RULES || data.source === CHANGED_DECLARATION || data.source === CHANGED_ADOPTED) event.data = rules(data);
      if (data.source !== CHANGED_INPUT) return event;
      const element = elementOf(data.id);
      if (element?.matches(ignored)) return undefined;
      const { type = '' } = (element ?? {}) as HTMLInputElement;
      if (element && CHECKED.test(type)) data.text = secrets.hide(element.getAttribute('value') ?? 'on', 'attribute');
      else data.text = element ? input(data.text, element) : maskedInput(data.text);
      return event;
    },
  };
}

/** A document of which nothing is there but what every document has. */
const isEmpty = (node: serializedNodeWithId): boolean =>
  !('childNodes' in node) || (node.childNodes.every(isEmpty) && (node.type !== ELEMENT || /^(?:html|head|body)$/.test(node.tagName)));
