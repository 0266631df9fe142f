/** Whether the engine understands a CSS selector. */
export function isSelector({ document }: Window, selector: string): boolean {
  try {
    document.createDocumentFragment().querySelector(selector);
    return true;
  } catch {
    // This is how engines say no.
    return false;
  }
}
