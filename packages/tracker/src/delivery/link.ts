import type { DownMessage, FailureDetails } from '@sightline/protocol';
import { backOff } from './back-off.ts';
import { nextLinkState, type LinkSignal, type LinkState } from './link-states.ts';
import type { Connection, Transport } from './transport.ts';

export interface LinkDeps {
  /** Preferred first; the next is tried after two failures in a row. */
  transports: readonly [Transport, Transport];
  handshake: () => string;
  after: (ms: number, task: () => void) => () => void;
  random: () => number;
  /** The link is open: what was sent before may not have arrived. */
  opened: () => void;
  received: (message: DownMessage) => void;
  /** The server refused for good. */
  stopped: (reason: string) => void;
}

export interface Link {
  /** Connects where that is possible; not during a pause, unless it is urgent. */
  want(urgent?: boolean): void;
  isOpen(): boolean;
  send(message: string): void;
  /** Gives the connection up as dead, and comes back after a pause. */
  lose(retryAfterMs?: number): void;
  refuse(reason: string): void;
  /** Closes, and stays closed until the page is back. */
  leave(): void;
  comeBack(): void;
}

const WELCOME_WITHIN_MS = 10_000;
const SOCKET_ATTEMPTS = 2;

/** Keeps one connection to the server, as long as it is wanted. */
export function createLink({ transports, handshake, after, random, opened, received, stopped }: LinkDeps): Link {
  let state: LinkState = 'idle';
  let connection: Connection | undefined;
  let cancel: (() => void) | undefined;
  let failures = 0;
  let pauseMs = 0;

  const signal = (name: LinkSignal) => {
    const before = state;
    state = nextLinkState[before][name];
    if (state === before) return;
    cancel?.();
    cancel = undefined;
    if (state === 'open') {
      failures = 0;
      return opened();
    }
    connection?.close();
    connection = undefined;
    if (state === 'connecting') connect();
    if (state === 'waiting') {
      cancel = after(backOff(failures, random(), pauseMs), () => signal('due'));
      failures += 1;
    }
  };

  const lose = (retryAfterMs = 0) => {
    pauseMs = retryAfterMs;
    signal('lost');
  };

  const refuse = (reason: string) => {
    if (state === 'stopped') return;
    signal('refused');
    stopped(reason);
  };

  const connect = () => {
    // Sockets are tried again in turn: what blocked them may have been the outage.
    const transport = transports[failures < SOCKET_ATTEMPTS || failures % 2 ? 0 : 1];
    cancel = after(WELCOME_WITHIN_MS, () => lose());
    try {
      const mine: Connection = transport.connect(handshake(), {
        received: (message) => mine === connection && hear(message as DownMessage),
        lost: (retryAfterMs) => mine === connection && lose(retryAfterMs),
      });
      connection = mine;
    } catch {
      // A page's security policy can forbid sockets outright; HTTP may still be allowed.
      lose();
    }
  };

  const hear = (message: DownMessage) => {
    if (message.messageType === 'logui-handshake-success') signal('welcomed');
    if (message.messageType === 'logui-handshake-failure') return fail(message.failureDetails);
    received(message);
  };

  const fail = ({ retry, retryAfterMs, reason, failureCode }: FailureDetails) =>
    retry ? lose(retryAfterMs) : refuse(reason ?? `handshake failure ${failureCode}`);

  return {
    want(urgent = false) {
      if (urgent || state !== 'waiting') signal('wanted');
    },
    isOpen: () => state === 'open',
    send: (message) => connection?.send(message),
    lose,
    refuse,
    leave: () => signal('left'),
    comeBack: () => signal('returned'),
  };
}
