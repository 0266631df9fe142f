import { lookedFor, type Sourcer } from './sourcer.ts';

/** A `data-` attribute of the element, by the name that scripts give it (`dataset.productId`). */
export const dataset: Sourcer = (element, request) => (element as HTMLElement).dataset[lookedFor(request)];
