import { lookedFor, type Sourcer } from './sourcer.ts';

/** An attribute of the element. */
export const elementAttribute: Sourcer = (element, request) => element.getAttribute(lookedFor(request));
