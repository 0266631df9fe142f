import { nameIn, type Group } from './group.ts';
import type { EventDetails, Handler, HandlerDeps, LogLater } from './handler.ts';

/** LogUI's measure of when scrolling has ended. */
const STILL_MS = 50;

/** An element's content begins and ends to scroll. */
export function scrollable({ after }: Pick<HandlerDeps, 'after'>): Handler {
  const moving = new Map<Element, () => void>();
  let log: LogLater | undefined;

  return {
    browserEvents: ['scroll'],
    init: (later) => (log = later),
    stop() {
      for (const cancel of moving.values()) cancel();
      moving.clear();
    },
    logUIEventCallback(element, _, group) {
      const cancel = moving.get(element);
      cancel?.();
      const ended = () => {
        moving.delete(element);
        log?.(element, detailsOf('scrollEnd', group), group);
      };
      moving.set(element, after(STILL_MS, ended));
      return cancel ? undefined : detailsOf('scrollStart', group);
    },
  };
}

function detailsOf(type: string, group: Group): EventDetails {
  const name = nameIn(group, type);
  return name === undefined ? { type } : { type, name };
}
