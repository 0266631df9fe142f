import { nameIn, type Group } from './group.ts';
import type { EventDetails, Handler, HandlerDeps, LogLater } from './handler.ts';

/** LogUI's measure of when scrolling has ended. */
const STILL_MS = 50;

/** An element's content begins and ends to scroll. */
export function scrollable({ after }: Pick<HandlerDeps, 'after'>): Handler {
  const moving = new Map<Element, { cancel: () => void; ended: () => void }>();
  let log: LogLater | undefined;

  return {
    browserEvents: ['scroll'],
    init: (later) => (log = later),
    stop() {
      for (const { cancel, ended } of moving.values()) {
        cancel();
        ended();
      }
    },
    logUIEventCallback(element, _, group) {
      const before = moving.get(element);
      before?.cancel();
      const ended = () => {
        moving.delete(element);
        log?.(element, detailsOf('scrollEnd', group), group);
      };
      moving.set(element, { cancel: after(STILL_MS, ended), ended });
      return before ? undefined : detailsOf('scrollStart', group);
    },
  };
}

function detailsOf(type: string, group: Group): EventDetails {
  const name = nameIn(group, type);
  return name === undefined ? { type } : { type, name };
}
