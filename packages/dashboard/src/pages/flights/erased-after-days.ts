/** How long what was deleted can be restored, as the protocol says; a value of its own, so that the page loads no schemas. */
export const ERASED_AFTER_DAYS: typeof import('@sightline/protocol').ERASED_AFTER_DAYS = 7;
