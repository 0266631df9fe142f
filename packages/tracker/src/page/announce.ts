/** Tells the page's scripts, by an event of the window. */
export const announce = (window: Window & typeof globalThis, type: string): void => {
  window.dispatchEvent(new window.Event(type));
};
