import type { BrowserContext } from 'playwright-core';

/** The builder's tree is closed to the page, and so to a test: opened here, for the test alone. */
export const openShadows = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => {
    const attach = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function (how) {
      return attach.call(this, { ...how, mode: 'open' });
    };
  });
