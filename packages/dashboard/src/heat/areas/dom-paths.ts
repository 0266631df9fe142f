import { createMirror, elementPaths, RRWEB_EVENT } from '@sightline/metrics';

/** Documents and elements as rrweb numbers their kinds. */
const DOCUMENT = 0;
const ELEMENT = 1;
const RRWEB_ELEMENT = 2;

/** The paths that the tracker gives the elements of a document: read from a copy of it, by the rule that recordings are read with. */
export function domPaths(inside: Document): (element: Element) => string | undefined {
  const ids = new Map<Element, number>();
  let next = 1;
  const written = (element: Element, isShadow: boolean): object => {
    const id = (next += 1);
    ids.set(element, id);
    const { shadowRoot } = element;
    return {
      id,
      type: RRWEB_ELEMENT,
      tagName: element.localName.toLowerCase(),
      attributes: Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])),
      ...(element.namespaceURI?.endsWith('/svg') && { isSVG: true }),
      ...(isShadow && { isShadow }),
      ...(shadowRoot && { isShadowHost: true }),
      childNodes: [
        ...(shadowRoot ? [...shadowRoot.children].map((child) => written(child, true)) : []),
        ...[...element.children].map((child) => written(child, false)),
      ],
    };
  };
  const node = {
    id: 1,
    type: DOCUMENT,
    childNodes: inside.documentElement.nodeType === ELEMENT ? [written(inside.documentElement, false)] : [],
  };
  const mirror = createMirror();
  mirror.apply({ type: RRWEB_EVENT.fullSnapshot, data: { node }, timestamp: 0 });
  const paths = mirror.state.document && elementPaths(mirror.state.document);
  return (element) => {
    const id = ids.get(element);
    const found = id === undefined ? undefined : mirror.state.nodes.get(id);
    return found && paths?.of(found);
  };
}
