import { lookedFor, type Sourcer } from './sourcer.ts';

/** A parameter of the page's address. */
export const urlParameter: Sourcer = (_, request, { url }) => new URL(url()).searchParams.get(lookedFor(request));
