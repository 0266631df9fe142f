/**
 * What a document is made of, line by line, as far as a recording keeps it: without scripts, comments, code in attributes, what is masked,
 * and addresses that became assets. Runs inside pages, recorded and replayed ones, so nothing here comes from outside.
 */
export function shapeOf(document: Document): string[] {
  const LEFT_OUT = /^(?:script|noscript|meta|link|title|base|style|canvas|head)$/;
  const NOT_COMPARED =
    /^(?:on.*|nonce|integrity|value|src|poster|srcset|srcdoc|sizes|checked|selected|rr_.*|data-rr.*|_csstext|href|style|open|class|autocomplete)$/;
  const lines: string[] = [];

  const state = (element: Element): string => {
    const { localName } = element;
    const { value = '', checked, open } = element as HTMLInputElement & { open?: boolean };
    if (localName === 'input')
      return ` ${/^(?:checkbox|radio)$/.test((element as HTMLInputElement).type) ? String(checked) : value.length}`;
    if (localName === 'textarea') return ` ${value.length}`;
    return localName === 'details' || localName === 'dialog' ? ` ${String(open)}` : '';
  };

  const look = (node: Node, depth: number): void => {
    const indent = ' '.repeat(depth);
    if (node.nodeType === 3) {
      const text = (node.textContent ?? '').replace(/\s+/g, ' ').trim();
      if (text) lines.push(`${indent}"${text}"`);
      return;
    }
    if (node.nodeType !== 1) return;
    const element = node as HTMLElement;
    const { localName } = element;
    if (LEFT_OUT.test(localName)) return;
    const attributes = [...element.attributes]
      .filter(({ name }) => !NOT_COMPARED.test(name))
      .map(({ name, value }) => `${name}=${value}`)
      .sort();
    const classes = [...element.classList].filter((name) => !/^(?:rr|:)/.test(name)).sort();
    const styles = [...(element.style ?? [])]
      // Which popovers are shown is told by these.
      .filter((name) => !element.hasAttribute('popover') || !/^(?:display|z-index)$/.test(name))
      .map((name) => `${name}:${element.style.getPropertyValue(name)}`)
      .filter((text) => !text.includes('url('));
    lines.push(`${indent}<${localName} ${[...attributes, ...classes, ...styles].join(' ')}>${state(element)} ${element.scrollTop || ''}`);
    if (localName === 'textarea' || localName === 'option') return;
    for (const child of element.shadowRoot?.childNodes ?? []) look(child, depth + 2);
    for (const child of element.childNodes) look(child, depth + 1);
    if (localName !== 'iframe') return;
    const inner = (element as HTMLIFrameElement).contentDocument;
    if (inner?.body) look(inner.body, depth + 1);
  };

  look(document.body, 0);
  return lines;
}
