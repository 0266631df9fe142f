import { bytes } from './bytes.ts';
import { number, plural } from './number.ts';

/** The dot that says how collection goes. */
export const health = {
  health: {
    title: 'Collection',
    states: {
      receiving: 'Receiving',
      silent: 'Silent',
      lagging: 'Lagging',
      filling: 'Disk nearly full',
      refusing: 'Refusing',
      paused: 'Paused',
      unknown: '…',
    },
    notYet: 'Not known yet.',
    paused: 'This flight is switched off: pages that carry its token are told to stop.',
    never: 'Nothing has arrived yet.',
    last: (ago: string, lastMinute: number) => `The last event came ${ago}; ${number(lastMinute)} in the last minute.`,
    refused: (count: number) =>
      `${plural(count, 'request was', 'requests were')} refused in the last hour: a wrong token, or an origin that is not allowed.`,
    lagging: (age: string) => `Events are safe on disk but wait to be loaded: the oldest for ${age}.`,
    filling: (free: number, total: number) =>
      `${bytes(free)} of ${bytes(total)} are free on the server’s disk. Make room soon: without it events are refused.`,
    full: (free: number) =>
      `The server takes no events: its disk, or what it may hold for the store, is full (${bytes(free)} are free). Pages keep theirs, as long as they can, and send them again once there is room.`,
    room: (free: number, total: number) => `${bytes(free)} of ${bytes(total)} are free on the server’s disk.`,
    totals: (sessions: number, events: number) =>
      `${plural(sessions, 'session', 'sessions')} and ${plural(events, 'event', 'events')} in all.`,
  },
};
