import { EventType, IncrementalSource, NodeType, type eventWithTime } from '@rrweb/types';
import { ownAttributes, type Attributes } from './own-attributes.ts';
import { ownCss } from './own-css.ts';
import type { Resource } from './resource.ts';
import type { Surroundings } from './surroundings.ts';
import { visitorCss } from './visitor-css.ts';
import { toldMedia, UNTOLD } from './visitor-media.ts';

type Loose = Record<string, unknown>;

/**
 * Makes rrweb events harmless before they are replayed: no script, no handler, no address but the recording's own. Reads one tab's
 * events in order from a snapshot on, as later ones name elements only by number. The events given are changed; what is no rrweb
 * event, or cannot be shown, becomes nothing.
 */
export function createPurifier({ resource }: { resource: Resource }) {
  const surroundings: Surroundings = { resource, media: UNTOLD };
  const sheet = (css: string) => visitorCss(ownCss(css, resource), surroundings.media);
  const tags = new Map<number, string>();
  const styleTexts = new Set<number>();

  /** False: leave the node out, as a rebuilder would stumble over it. */
  const purifyNode = (node: unknown, parentTag = ''): boolean => {
    if (!isLoose(node) || typeof node.id !== 'number') return false;
    if (node.type === NodeType.Text || node.type === NodeType.CDATA) {
      if (parentTag !== 'style') return typeof node.textContent === 'string';
      styleTexts.add(node.id);
      node.textContent = sheet(String(node.textContent ?? ''));
      return true;
    }
    if (node.type === NodeType.Comment || node.type === NodeType.DocumentType) return true;
    if (node.type !== NodeType.Element && node.type !== NodeType.Document) return false;
    const tag = node.type === NodeType.Element ? purifyElement(node) : '';
    node.childNodes = tag === 'script' ? [] : listOf(node.childNodes).filter((child) => purifyNode(child, tag));
    return node.type === NodeType.Document || tag !== undefined;
  };

  const purifyElement = (node: Loose): string | undefined => {
    if (typeof node.tagName !== 'string') return undefined;
    const tag = node.tagName.toLowerCase();
    tags.set(Number(node.id), tag);
    node.attributes = ownAttributes(tag, isLoose(node.attributes) ? node.attributes : {}, surroundings);
    if (tag === 'script') node.tagName = 'noscript';
    // A page without scripts paints no canvas: its pictures are shown as what they are.
    if (tag === 'canvas') showAsImage(node);
    return tag;
  };

  const purifyMutation = (data: Loose): void => {
    data.removes = listOf(data.removes);
    data.adds = listOf(data.adds).filter((add) => isLoose(add) && purifyNode(add.node, tags.get(Number(add.parentId))));
    data.texts = listOf(data.texts).filter((text) => {
      if (isLoose(text) && styleTexts.has(Number(text.id)) && typeof text.value === 'string') text.value = sheet(text.value);
      return isLoose(text);
    });
    data.attributes = listOf(data.attributes).filter((change) => {
      if (!isLoose(change) || !isLoose(change.attributes)) return false;
      change.attributes = changedAttributes(tags.get(Number(change.id)) ?? '', change.attributes);
      return true;
    });
  };

  /** What a change takes away stays null: leaving it out would leave the old value standing. */
  const changedAttributes = (tag: string, changed: Attributes): Attributes => {
    const own = ownAttributes(tag, changed, surroundings);
    return Object.fromEntries(
      Object.keys(changed)
        .filter((name) => !name.toLowerCase().startsWith('on'))
        .map((name) => [name, own[name] ?? null]),
    );
  };

  const purifyRules = (rules: unknown): Loose[] =>
    listOf(rules).flatMap((each) => (isLoose(each) && typeof each.rule === 'string' ? [{ ...each, rule: sheet(each.rule) }] : []));

  const purifyIncrement = (data: Loose): boolean => {
    switch (data.source) {
      case IncrementalSource.Mutation:
        purifyMutation(data);
        return true;
      case IncrementalSource.StyleSheetRule:
        data.adds = purifyRules(data.adds);
        data.removes = listOf(data.removes);
        for (const name of ['replace', 'replaceSync']) if (typeof data[name] === 'string') data[name] = sheet(data[name]);
        return true;
      case IncrementalSource.StyleDeclaration:
        if (isLoose(data.set) && typeof data.set.value === 'string') data.set.value = ownCss(data.set.value, resource);
        return true;
      case IncrementalSource.AdoptedStyleSheet:
        data.styles = listOf(data.styles).flatMap((style) => (isLoose(style) ? [{ ...style, rules: purifyRules(style.rules) }] : []));
        return Array.isArray(data.styleIds);
      case IncrementalSource.Font:
        if (data.buffer !== true) data.fontSource = ownCss(String(data.fontSource), resource);
        return true;
      case IncrementalSource.CanvasMutation:
        return false;
      case IncrementalSource.MouseMove:
      case IncrementalSource.TouchMove:
      case IncrementalSource.Drag:
        return Array.isArray(data.positions);
      case IncrementalSource.MouseInteraction:
      case IncrementalSource.Scroll:
      case IncrementalSource.ViewportResize:
      case IncrementalSource.Input:
      case IncrementalSource.Selection:
        return true;
      default:
        // Sound, logs and plug-ins: nothing that a picture of the page shows.
        return false;
    }
  };

  /** A canvas was painted: its image takes the new picture. */
  const painted = (event: Loose, data: Loose): eventWithTime | undefined => {
    const src = paintedImage(data);
    if (src === undefined || typeof data.id !== 'number') return undefined;
    const attributes = [{ id: data.id, attributes: { src } }];
    const change = { source: IncrementalSource.Mutation, texts: [], removes: [], adds: [], attributes };
    return { type: EventType.IncrementalSnapshot, timestamp: event.timestamp, data: change } as eventWithTime;
  };

  /** Purifies an event of these kinds in place, and says whether it can be replayed. */
  const isFit = (event: unknown, type: unknown, data: Loose): event is eventWithTime => {
    if (type === EventType.Meta) {
      surroundings.media = toldMedia(data.media);
      return isView(data);
    }
    if (type === EventType.FullSnapshot) {
      tags.clear();
      styleTexts.clear();
      return purifyNode(data.node);
    }
    return type === EventType.IncrementalSnapshot && purifyIncrement(data);
  };

  return function purify(event: unknown): eventWithTime | undefined {
    if (!isLoose(event) || !Number.isFinite(event.timestamp) || !isLoose(event.data)) return undefined;
    const { type, data } = event;
    if (type === EventType.IncrementalSnapshot && data.source === IncrementalSource.CanvasMutation) return painted(event, data);
    return isFit(event, type, data) ? event : undefined;
  };
}

export type Purify = ReturnType<typeof createPurifier>;

function showAsImage(node: Loose): void {
  const { rr_dataURL: picture, ...rest } = node.attributes as Attributes;
  node.tagName = 'img';
  node.attributes = { ...rest, ...(typeof picture === 'string' ? { src: picture } : {}), alt: '' };
  node.childNodes = [];
}

/** The whole picture that a canvas was painted with, as rrweb takes it several times a second. */
function paintedImage({ commands }: Loose): string | undefined {
  const draw = listOf(commands).findLast((command) => isLoose(command) && command.property === 'drawImage');
  const [bitmap] = isLoose(draw) ? listOf(draw.args) : [];
  const [blob] = isLoose(bitmap) ? listOf(bitmap.args) : [];
  const [buffer] = isLoose(blob) ? listOf(blob.data) : [];
  if (!isLoose(blob) || !isLoose(buffer) || typeof buffer.base64 !== 'string') return undefined;
  const type = typeof blob.type === 'string' && /^image\/[a-z]+$/.test(blob.type) ? blob.type : 'image/png';
  return `data:${type};base64,${buffer.base64}`;
}

const isView = ({ width, height }: Loose): boolean => Number.isFinite(width) && Number.isFinite(height);
const isLoose = (value: unknown): value is Loose => typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
