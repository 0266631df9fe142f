/** Whether kept text is an id; a page's own scripts may have written anything there. */
export const isUuidText = (text: unknown): text is string =>
  typeof text === 'string' && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text);
