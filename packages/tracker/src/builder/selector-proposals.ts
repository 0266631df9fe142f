import { pathOf } from '../page/path-of.ts';
import { isGenerated } from './is-generated.ts';

/** A selector that finds an element again, and how many it finds. */
export interface Proposal {
  selector: string;
  count: number;
  /** Finds it by its place alone, until the page changes. */
  isFragile?: true;
}

/** Attributes that people give things to be found by, the best first. */
const NAMING = [
  'data-sightline-name',
  'data-testid',
  'data-test',
  'data-cy',
  'data-qa',
  'name',
  'aria-label',
  'role',
  'type',
  'href',
  'for',
];
const MOST = 8;

/**
 * Selectors for an element, those first that hold longest: its id, its data attributes, the attributes of fields, its classes,
 * then the same within a named ancestor. What a framework made up is not used. Each is counted where the element lives.
 */
export function selectorProposals(element: Element): Proposal[] {
  const root = element.getRootNode() as ParentNode;
  const found = new Map<string, Proposal>();
  for (const selector of candidates(element)) {
    if (found.size === MOST) break;
    if (found.has(selector) || !element.matches(selector)) continue;
    const count = root.querySelectorAll(selector).length;
    // The same things by a longer name would hold less long.
    const isSaid = [...found.values()].some((said) => said.count === count && selector.endsWith(` ${said.selector}`));
    if (!isSaid) found.set(selector, { selector, count });
  }
  const proposals = [...found.values()];
  const place = pathOf(element);
  const isAlone = proposals.some(({ count }) => count === 1) || place.includes('>>>');
  return isAlone ? proposals : [...proposals, { selector: place, count: 1, isFragile: true }];
}

function* candidates(element: Element): Generator<string> {
  const own = [...ownSelectors(element)];
  yield* own;
  const near = namedAncestor(element);
  if (near === undefined) return;
  for (const selector of own) yield `${near} ${selector}`;
  yield `${near} ${CSS.escape(element.localName)}`;
}

function* ownSelectors(element: Element): Generator<string> {
  const tag = CSS.escape(element.localName);
  if (element.id && !isGenerated(element.id)) yield `#${CSS.escape(element.id)}`;
  for (const { name, value } of named(element)) yield value === '' ? `[${name}]` : `[${name}=${JSON.stringify(value)}]`;
  // Without its value the attribute stands for all things of the kind.
  for (const { name, value } of named(element)) if (name.startsWith('data-') && value !== '') yield `[${name}]`;
  const classes = [...element.classList].filter((name) => !isGenerated(name)).map((name) => `.${CSS.escape(name)}`);
  if (classes.length > 1) yield tag + classes.join('');
  for (const name of classes) yield tag + name;
  if (['form', 'main', 'nav', 'header', 'footer', 'video', 'dialog'].includes(element.localName)) yield tag;
  yield tag;
}

function named(element: Element): { name: string; value: string }[] {
  const rank = (name: string) => (NAMING.includes(name) ? NAMING.indexOf(name) : 5);
  return [...element.attributes]
    .filter(({ name, value }) => (NAMING.includes(name) || name.startsWith('data-')) && value.length <= 80)
    .filter(({ name, value }) => !isGenerated(name) && !isGenerated(value) && !(name === 'type' && element.localName === 'button'))
    .map(({ name, value }) => ({ name: CSS.escape(name), value }))
    .sort((one, other) => rank(one.name) - rank(other.name));
}

/** The nearest thing around the element that has a name of its own. */
function namedAncestor(element: Element): string | undefined {
  for (let at = element.parentElement; at && at !== element.ownerDocument.body; at = at.parentElement) {
    if (at.id && !isGenerated(at.id)) return `#${CSS.escape(at.id)}`;
    const marked = named(at).find(({ name }) => name.startsWith('data-'));
    if (marked) return marked.value === '' ? `[${marked.name}]` : `[${marked.name}=${JSON.stringify(marked.value)}]`;
    const stable = [...at.classList].find((name) => !isGenerated(name));
    if (stable !== undefined) return `.${CSS.escape(stable)}`;
  }
  return undefined;
}
