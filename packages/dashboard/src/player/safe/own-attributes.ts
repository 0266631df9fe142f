import { chosenScheme } from './chosen-scheme.ts';
import { ownCss } from './own-css.ts';
import type { Resource } from './resource.ts';
import type { Surroundings } from './surroundings.ts';
import { visitorCss, visitorQuery } from './visitor-css.ts';

/** Attributes of a recorded element, of whatever shape they came. */
export type Attributes = Record<string, unknown>;

/** Attributes that make a browser fetch, go or send somewhere. */
const ADDRESSES = new Set(
  `src href xlink:href poster background data action formaction ping cite longdesc profile manifest code codebase archive classid
  lowsrc dynsrc icon attributionsrc xml:base usemap srcdoc`.split(/\s+/),
);
const SETS = new Set(['srcset', 'imagesrcset']);
/** Attributes that act without loading: they would take the reader's focus or keys, or start playing. */
const ACTING = new Set(['autofocus', 'accesskey', 'autoplay', 'nonce', 'integrity', 'crossorigin', 'http-equiv', 'target', 'download']);
/** Words for people: a parenthesis in them is not CSS. */
const WORDS = /^(?:title|alt|value|placeholder|content|label|class|id|name|d|points|(?:data|aria)-.*)$/;
/** Elements that would load a document or a sound, which no recording brings along. */
const LOADERS = new Set(['iframe', 'frame', 'object', 'embed', 'applet', 'portal', 'fencedframe', 'audio', 'video', 'source', 'track']);
/** Stands where an image was that the recording does not have. */
const NO_IMAGE =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='24' height='24'%3E%3Crect width='24' height='24' fill='%23808080' fill-opacity='.2'/%3E%3C/svg%3E";

/** The attributes that a replayed element may have: none runs a script, none makes a request but for what `resource` knows. */
export function ownAttributes(tag: string, attributes: Attributes, surroundings: Surroundings): Attributes {
  if (tag === 'meta') return colourScheme(attributes, surroundings);
  if (tag === 'base' || tag === 'script' || tag === 'noscript') return {};
  if (tag === 'link' && !isStyleSheet(attributes)) return {};
  const own: Attributes = {};
  for (const [name, value] of Object.entries(attributes)) {
    const kept = ownAttribute(tag, name.toLowerCase(), value, surroundings);
    if (kept !== undefined) own[name] = kept;
  }
  return own;
}

/** Of what a page says about itself: in which colours it can be drawn. */
const colourScheme = ({ name, content }: Attributes, { media }: Surroundings): Attributes =>
  String(name).toLowerCase() === 'color-scheme' && typeof content === 'string' ? { name, content: chosenScheme(content, media) } : {};

function ownAttribute(tag: string, name: string, value: unknown, { resource, media }: Surroundings): unknown {
  if (name.startsWith('on') || ACTING.has(name)) return undefined;
  if (name === 'rr_dataurl') return typeof value === 'string' && value.startsWith('data:image/') ? value : undefined;
  if (name === 'rr_mediastate') return 'paused';
  if (name === 'style' && typeof value === 'object' && value !== null) return ownStyles(value as Attributes, resource);
  if (typeof value !== 'string') return ADDRESSES.has(name) && value !== null ? undefined : value;
  if (name === '_csstext' || name === 'style') return visitorCss(ownCss(value, resource), media);
  if (name === 'media') return visitorQuery(value, media);
  if (name === 'attributename') return animates(value) ? undefined : value;
  if (SETS.has(name)) return ownSet(value, resource);
  if (ADDRESSES.has(name)) return ownAddress(tag, name, value, resource);
  return value.includes('(') && !WORDS.test(name) ? ownCss(value, resource) : value;
}

/** Animations of an address or a handler would set it behind our back. */
const animates = (name: string): boolean =>
  name.toLowerCase().startsWith('on') || name.toLowerCase() === 'style' || ADDRESSES.has(name.toLowerCase());

function ownAddress(tag: string, name: string, value: string, resource: Resource): string | undefined {
  // Links keep looking like links, and lead nowhere.
  if (name === 'href' && (tag === 'a' || tag === 'area')) return '#';
  if (name === 'srcdoc' || (LOADERS.has(tag) && name !== 'poster')) return undefined;
  const known = resource(value);
  return tag === 'img' && name === 'src' ? (known ?? NO_IMAGE) : known;
}

/** Of a set of images those that are there. */
function ownSet(value: string, resource: Resource): string | undefined {
  const own = [...value.matchAll(/(?:^|,)\s*([^\s,]\S*[^\s,])(\s+[^,\s]+)?/g)].flatMap(([, url = '', size = '']) => {
    const known = resource(url);
    return known === undefined ? [] : [`${known}${size}`];
  });
  return own.length > 0 ? own.join(', ') : undefined;
}

/** Changed declarations of an element: a value, a value with its priority, or false where it was taken away. */
const ownStyles = (styles: Attributes, resource: Resource): Attributes =>
  Object.fromEntries(Object.entries(styles).map(([property, value]) => [property, ownDeclaration(value, resource)]));

function ownDeclaration(value: unknown, resource: Resource): unknown {
  if (Array.isArray(value)) return value.map((part) => ownDeclaration(part, resource));
  return typeof value === 'string' ? ownCss(value, resource) : value;
}

const isStyleSheet = ({ rel, _cssText: text }: Attributes): boolean =>
  typeof text === 'string' || (typeof rel === 'string' && /(?:^|\s)stylesheet(?:\s|$)/i.test(rel) && !/alternate/i.test(rel));
