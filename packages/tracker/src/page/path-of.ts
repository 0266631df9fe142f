/** Attributes that authors give an element for good. */
const STABLE = ['data-sightline-name', 'data-testid', 'data-test', 'data-cy', 'data-qa'];
/** Ids made by a framework at each render (`:r1:`, `radix-12`, `ember1234`) name nothing. */
const MADE_UP = /[:«]|\d{3,}|-\d+$/;

/**
 * A CSS path that finds the element again on another visit: from the nearest unique id or stable attribute, by tag and place
 * among siblings; `>>>` enters an open shadow root.
 */
export function pathOf(given: Element): string {
  // What is inside something private is nobody's business, its ids included.
  const element = given.closest('[data-sightline-private]') ?? given;
  const root = element.getRootNode();
  const steps: string[] = [];
  for (let at: Element | null = element; at; at = at.parentElement) {
    const name = unique(at, root);
    steps.unshift(name ?? step(at));
    if (name) break;
  }
  const path = steps.join(' > ');
  return root instanceof ShadowRoot ? `${pathOf(root.host)} >>> ${path}` : path;
}

function unique(element: Element, root: Node): string | undefined {
  const { id } = element;
  const scope = root as ParentNode & NonElementParentNode;
  if (id && !MADE_UP.test(id) && scope.getElementById?.(id) === element) return `#${CSS.escape(id)}`;
  const marked = mark(element);
  return marked && scope.querySelectorAll?.(marked).length === 1 ? marked : undefined;
}

function mark(element: Element): string | undefined {
  const attribute = STABLE.find((name) => element.getAttribute(name));
  return attribute && `[${attribute}=${JSON.stringify(element.getAttribute(attribute))}]`;
}

function step(element: Element): string {
  const tag = element.localName;
  const marked = mark(element) ?? '';
  const alike = [...(element.parentNode?.children ?? [])].filter((sibling) => sibling.localName === tag);
  return (
    CSS.escape(tag) +
    (alike.length > 1 && (!marked || alike.filter((sibling) => sibling.matches(marked)).length > 1)
      ? `:nth-of-type(${alike.indexOf(element) + 1})`
      : marked)
  );
}
