import { childrenOf, type MirrorNode } from '@sightline/metrics';
import { recordedAttribute } from './recorded-attribute.ts';

/** A property of a recorded element by its dotted path, as far as attributes, text and what was entered tell it. */
export function propertyOf(element: MirrorNode, path: string): string | boolean | undefined {
  const [name = '', inner] = path.split('.');
  if (name === 'dataset' && inner)
    return recordedAttribute(element, `data-${inner.replaceAll(/[A-Z]/g, (one) => `-${one.toLowerCase()}`)}`);
  if (inner !== undefined) return undefined;
  const read = Object.hasOwn(PROPERTIES, name) ? PROPERTIES[name] : undefined;
  return read?.(element);
}

/** Of these, a property is its attribute, or empty. */
const REFLECTED = 'id title lang dir name alt placeholder rel target'.split(' ');

const PROPERTIES: Readonly<Record<string, (element: MirrorNode) => string | boolean | undefined>> = {
  ...Object.fromEntries(REFLECTED.map((name) => [name, (element: MirrorNode) => recordedAttribute(element, name) ?? ''])),
  className: (element) => recordedAttribute(element, 'class') ?? '',
  htmlFor: (element) => recordedAttribute(element, 'for') ?? '',
  // rrweb writes addresses whole, as these properties are.
  href: (element) => recordedAttribute(element, 'href') ?? '',
  src: (element) => recordedAttribute(element, 'src') ?? '',
  tagName: ({ tagName }) => tagName.toUpperCase(),
  localName: ({ tagName }) => tagName,
  textContent: textOf,
  innerText: textOf,
  value: (element) => element.input?.text ?? recordedAttribute(element, 'value') ?? (FIELD.test(element.tagName) ? '' : undefined),
  checked: (element) =>
    element.tagName === 'input' ? (element.input?.isChecked ?? recordedAttribute(element, 'checked') !== undefined) : undefined,
};

const FIELD = /^(?:input|textarea)$/;
const TEXT = 3;

function textOf(node: MirrorNode): string {
  return node.type === TEXT ? node.textContent : [...childrenOf(node.children)].map(textOf).join('');
}
