/**
 * A page's body as text: elements with their attributes in order, words, what fields hold, shadow roots and documents within. Runs in a
 * page; what a replay changes by design is left out (scripts, where links lead, canvases shown as images).
 */
export const PAGE_TEXT = `(root) => {
  const lines = [];
  const walk = (node, depth) => {
    if (node.nodeType === 3) {
      const words = node.textContent.trim();
      if (words) lines.push(' '.repeat(depth) + JSON.stringify(words));
      return;
    }
    if (node.nodeType !== 1 || /^(SCRIPT|NOSCRIPT|STYLE|CANVAS)$/.test(node.tagName)) return;
    if (node.tagName === 'IMG' && node.id === 'canvas') return;
    const attributes = [...node.attributes]
      .filter(({ name }) => !/^(autocomplete|href|src|srcdoc|style|rr_.*|_.*|value|checked|selected|inert|tabindex)$/.test(name))
      .map(({ name, value }) => name + '=' + (name === 'class' ? value.replace(':hover', '').trim() : value))
      .filter((text) => text !== 'class=')
      .sort();
    const held = 'value' in node && !/^(BUTTON|LI|OPTION)$/.test(node.tagName) ? ' holds ' + node.value + ' ' + Boolean(node.checked) : '';
    lines.push(' '.repeat(depth) + node.tagName + ' ' + attributes.join(' ') + held);
    if (node.tagName === 'TEXTAREA') return;
    if (node.shadowRoot) for (const child of node.shadowRoot.childNodes) walk(child, depth + 2);
    if (node.tagName === 'IFRAME' && node.contentDocument?.body) walk(node.contentDocument.body, depth + 2);
    for (const child of node.childNodes) walk(child, depth + 1);
  };
  walk(root.body, 0);
  return lines.join('\\n');
}`;
