import type { RecordingSettings } from '@sightline/protocol';
import type { eventWithTime } from '@rrweb/types';
import { CHANGE, CHANGED_PAGE } from './kinds.ts';
import type { Packed } from '../page/packing.ts';
import type { Assets } from './assets.ts';
import type { Attributes, Seen } from './cleaner.ts';
import { cssAddresses, withAddresses } from './css-addresses.ts';

export interface BroughtAlongDeps {
  settings: Pick<RecordingSettings, 'images' | 'fonts'>;
  assets: Pick<Assets, 'found' | 'fetch' | 'text' | 'forget'>;
  /** A change of the recording that the page did not make: an address gave way to an asset. */
  change(event: eventWithTime): void;
  /** Whether the page still has the node. */
  isThere(id: number): boolean;
  /** Runs once the element has loaded what it shows. */
  onceLoaded(element: Element, run: () => void): void;
  /** What an image shows, drawn: its file may be gone. */
  pictureOf(image: HTMLImageElement): Promise<Packed | undefined>;
  /** Whether the browser has loaded the address. */
  hasLoaded(url: string): boolean;
  base(): string;
  wall(): number;
  after(ms: number, task: () => void): void;
}

/** Sees to it that what a recording shows comes along with it. */
export interface BroughtAlong {
  seen: Seen;
  /** The browser has loaded an address. */
  loaded(url: string): void;
  /** Assets got lost: what refers to any is made anew. */
  forget(): void;
}

/** A style sheet that is longer than this is not repeated with every snapshot. */
const REPEATED_CHARACTERS = 4_000;
/** Fonts come one after another as a page is first drawn; one new style sheet serves them all. */
const GATHER_MS = 700;
const FONT = /\.(?:woff2?|ttf|otf|eot)(?:[?#]|$)/i;
const FILE = /^(?:https?|blob):/i;
/** Attributes of elements that show one picture. */
const SHOWN: Record<string, readonly string[]> = { video: ['poster'], input: ['src'], image: ['href', 'xlink:href'] };

/**
 * Puts assets in the place of addresses and long style sheets. What is known at once never shows an address; for the rest the recording
 * changes a little later, as a page does whose pictures come in.
 */
export function createBroughtAlong(deps: BroughtAlongDeps): BroughtAlong {
  const { settings, assets, change, isThere, onceLoaded, pictureOf, hasLoaded, base, wall, after } = deps;
  /** What style sheets became, by their text; and the texts that came from an address. */
  const sheets = new Map<string, string>();
  const linked = new Map<string, string>();
  /** Style sheets to be made anew, and those that would be should the browser load the address. */
  const due = new Map<string, Set<number>>();
  const mentions = new Map<string, Set<string>>();
  const shows = new Map<string, Set<number>>();

  const absolute = (address: string) => {
    try {
      return new URL(address, base()).href;
    } catch {
      return '';
    }
  };
  const wants = (url: string) => FILE.test(url) && (FONT.test(url) ? settings.fonts : settings.images);
  const reference = (address: string) => {
    const found = assets.found(absolute(address));
    return typeof found === 'object' && 'reference' in found ? found.reference : undefined;
  };
  const show = (id: number, attributes: Record<string, string | null>) => {
    if (!isThere(id)) return;
    const data = { source: CHANGED_PAGE, adds: [], removes: [], texts: [], attributes: [{ id, attributes }] };
    change({ type: CHANGE, data, timestamp: wall() });
  };
  /** What the text names and the browser has loaded: a style sheet names many fonts that a page never shows. */
  const named = (css: string) => [...new Set(cssAddresses(css).map(absolute).filter(wants))];

  const add = (map: Map<string, Set<number>>, key: string, id: number) => map.set(key, (map.get(key) ?? new Set()).add(id));

  const makeLater = (css: string, ids: Iterable<number>) => {
    if (due.size === 0) after(GATHER_MS, () => void makeDue());
    for (const id of ids) add(due, css, id);
  };
  const makeDue = async () => {
    const now = [...due];
    due.clear();
    for (const [css, ids] of now) {
      const loaded = named(css).filter(hasLoaded);
      await Promise.all(loaded.map((url) => assets.fetch(url)));
      const before = sheets.get(css);
      const made = await sheet(css);
      if (made !== css) sheets.set(css, made);
      if (made !== before && made !== css) for (const id of ids) show(id, { _cssText: made });
    }
  };
  const sheet = async (css: string): Promise<string> => {
    const own = withAddresses(css, reference);
    const long = settings.fonts && css.length > REPEATED_CHARACTERS;
    return (long && (await assets.text(own, 'text/css'))) || own;
  };

  const seeCss = (id: number, attributes: Attributes, element: Element | undefined) => {
    const { _cssText: css } = attributes;
    if (typeof css !== 'string' || css.startsWith('sightline-asset:')) return;
    // Rules that a script has put in, and will count on by their places, stay where they are.
    if (element?.localName === 'style' && !element.textContent?.trim()) return;
    const known = sheets.get(css);
    if (known !== undefined) attributes._cssText = known;
    const urls = named(css);
    for (const url of urls) mentions.set(url, (mentions.get(url) ?? new Set()).add(css));
    if (urls.length > 0) add(shows, css, id);
    const isNew = known === undefined && ((settings.fonts && css.length > REPEATED_CHARACTERS) || urls.some(hasLoaded));
    if (isNew || urls.some((url) => hasLoaded(url) && !assets.found(url))) makeLater(css, [id]);
  };

  const seeStyle = (id: number, attributes: Attributes) => {
    const { style } = attributes;
    if (typeof style !== 'string' || !style.includes('url(')) return;
    attributes.style = withAddresses(style, reference);
    const missing = named(style).filter((url) => !assets.found(url));
    if (missing.length === 0) return;
    // A style is written as the page needs it, so its pictures are about to be shown.
    void Promise.all(missing.map((url) => assets.fetch(url))).then(() => {
      const own = withAddresses(style, reference);
      if (own !== style) show(id, { style: own });
    });
  };

  /** Shows the picture as the browser has it; nothing is fetched that the browser did not fetch. */
  const seePicture = (id: number, attributes: Attributes, name: string, url: string, image?: HTMLImageElement) => {
    if (!wants(url)) return;
    const known = reference(url);
    if (known) {
      attributes[name] = known;
      if (name === 'src') delete attributes.srcset;
    } else if (!assets.found(url)) {
      void assets.fetch(url, image && (() => pictureOf(image))).then(() => {
        const now = reference(url);
        if (now) show(id, name === 'src' ? { src: now, srcset: null } : { [name]: now });
      });
    }
  };

  const seeImage = (id: number, attributes: Attributes, image: HTMLImageElement) => {
    if (!('src' in attributes || 'srcset' in attributes)) return;
    const now = () => image.currentSrc || image.src;
    if (image.complete) seePicture(id, attributes, 'src', now(), image);
    else onceLoaded(image, () => seePicture(id, {}, 'src', now(), image));
  };

  const seeLink = (id: number, attributes: Attributes) => {
    const { rel, href } = attributes;
    if (!settings.fonts || typeof href !== 'string' || !/\bstylesheet\b/i.test(String(rel)) || !FILE.test(href)) return;
    const css = linked.get(href);
    if (css !== undefined) {
      delete attributes.rel;
      delete attributes.href;
      attributes._cssText = sheets.get(css) ?? css;
    } else if (!assets.found(href)) {
      // rrweb could not read it; its origin may still let us.
      void assets.fetch(href).then((found) => {
        if (typeof found !== 'object' || !('css' in found)) return;
        const own = withAddresses(found.css, (address) => new URL(address, href).href);
        linked.set(href, own);
        if (own.length <= REPEATED_CHARACTERS) show(id, { _cssText: own });
        makeLater(own, [id]);
      });
    }
  };

  return {
    seen(id, tagName, attributes, element) {
      seeCss(id, attributes, element);
      seeStyle(id, attributes);
      if (tagName === 'link') seeLink(id, attributes);
      if (!settings.images) return;
      if (tagName === 'img' && element) seeImage(id, attributes, element as HTMLImageElement);
      for (const name of SHOWN[tagName] ?? []) {
        const { [name]: address } = attributes;
        if (typeof address === 'string' && address) seePicture(id, attributes, name, absolute(address));
      }
      // The picture inside shows what was chosen.
      if (tagName === 'source' && element?.parentElement?.localName === 'picture') delete attributes.srcset;
    },
    forget() {
      assets.forget();
      sheets.clear();
    },
    loaded(url) {
      for (const css of mentions.get(url) ?? []) if (!assets.found(url)) makeLater(css, shows.get(css) ?? []);
    },
  };
}
