import { Missing, type Sourcer } from './sourcer.ts';

/** What a function of the page answers for the element. */
export const computed: Sourcer = (element, { lookFor }) => {
  if (typeof lookFor !== 'function') throw new Missing(`function: lookFor: expected a function, got ${String(lookFor)}`);
  return lookFor(element);
};
