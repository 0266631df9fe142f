import type { Handler } from './handler.ts';

/** Any DOM event by its own name. */
export const domEvent = (type: string): Handler => ({
  browserEvents: [type],
  logUIEventCallback: (_, event, { name }) => (name === undefined ? { type: event.type } : { type: event.type, name }),
});
