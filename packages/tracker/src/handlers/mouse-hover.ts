import { nameIn } from './group.ts';
import type { Handler } from './handler.ts';

/** The pointer enters and leaves an element; names from `properties.mouseenter` and `properties.mouseleave`. */
export const mouseHover = (): Handler => ({
  browserEvents: ['mouseenter', 'mouseleave'],
  logUIEventCallback(_, { type }, group) {
    const name = nameIn(group, type);
    return name === undefined ? { type } : { type, name };
  },
});
