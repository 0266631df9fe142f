import { lookedFor, valueAt, type Sourcer } from './sourcer.ts';

/** A property of the element, by a dotted path such as `dataset.rank` or `style.color`. */
export const elementProperty: Sourcer = (element, request) => valueAt(element, lookedFor(request));
