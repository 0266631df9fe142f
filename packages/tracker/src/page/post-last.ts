/** Hands a text over as the page goes. */
export const postLast = (window: Window, url: string, body: string): void => {
  window.fetch(url, { method: 'POST', body, credentials: 'omit', keepalive: true }).catch(() => {
    // What does not arrive is in the outbox, and is sent again.
  });
};
