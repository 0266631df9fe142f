import { anything, both, expects, isPlain, listOf, named, number, objectWith, oneOf, text, type Shape } from './shape.ts';

/** What a configuration can name. */
export interface KnownNames {
  /** Names of the page's own handlers, whose properties are their own business. */
  ownHandlers: readonly string[];
  sourcers: readonly string[];
  isSelector(text: string): boolean;
}

/** Names that only handlers have in their properties; each is an object with the event's name. */
const NAMED =
  'mouseenter mouseleave primary auxiliary secondary auxiliary2 auxiliary3 scrollStart scrollEnd create destroy expose obscure'.split(' ');

/** A CSS selector that the engine understands. */
export const selectorShape = (isSelector: KnownNames['isSelector']): Shape =>
  both(text, (value, path, { problems }) => {
    if (typeof value === 'string' && value && !isSelector(value)) problems.push(`${path}: expected a CSS selector, got ${named(value)}`);
  });

/** One group of a tracking configuration. */
export function groupShape({ ownHandlers, sourcers, isSelector }: KnownNames): Shape {
  const selector = selectorShape(isSelector);
  const requestFields = {
    nameForLog: text,
    sourcer: both(text, (value, path, { problems }) => {
      if (typeof value === 'string' && !sourcers.includes(value))
        problems.push(`${path}: expected one of ${sourcers.join(', ')}, got ${named(value)}`);
    }),
    lookFor: expects('a name or a function', (value) => typeof value === 'function' || (typeof value === 'string' && value !== '')),
    onElement: selector,
  };
  const request = objectWith(requestFields, ['nameForLog', 'sourcer', 'lookFor']);
  const share = expects('a number above 0 and at most 1', (value) => typeof value === 'number' && value > 0 && value <= 1);
  const properties = objectWith({
    ...Object.fromEntries(NAMED.map((key) => [key, objectWith({ name: text, mapping: anything })])),
    includeValues: listOf(objectWith({ ...requestFields, selector }, ['nameForLog', 'sourcer', 'lookFor', 'selector'])),
    minimumShare: share,
    minimumMs: number,
    atMost: number,
  });
  return (value, path, given) => {
    const isOwn = isPlain(value) && ownHandlers.includes(String(value.event));
    const fields = {
      selector,
      event: text,
      name: expects('a text', (name) => typeof name === 'string'),
      bubbling: oneOf('all', 'innermost'),
      properties: isOwn ? anything : properties,
      metadata: listOf(request),
    };
    objectWith(fields, ['selector', 'event'])(value, path, given);
  };
}
