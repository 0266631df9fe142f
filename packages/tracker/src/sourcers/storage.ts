import { lookedFor, type Sourcer } from './sourcer.ts';

/** A text in the page's `localStorage`. */
export const localStorage: Sourcer = (_, request, { local }) => local().getItem(lookedFor(request));

/** A text in the page's `sessionStorage`. */
export const sessionStorage: Sourcer = (_, request, { session }) => session().getItem(lookedFor(request));
