import type { Handled } from './conversation.ts';

/** A message that waits to be read. */
export interface Letter {
  text: string;
  receivedAt: number;
}

export interface InboxDeps {
  /** Reads one message. */
  read(letter: Letter): Handled;
  /** Milliseconds to wait before the next message may be read. */
  pace(): number;
  /** How much may be under way before the socket is no longer read. */
  limits: { socketBacklogBytes: number; socketBacklogFrames: number; backlogBytes: number };
  /** Shared by all sockets: characters under way. */
  backlog: { bytes: number };
  /** Stops and resumes reading from the network. */
  hush(): void;
  resume(): void;
}

/** The messages of one socket: read in order, many answered at once, and no more taken from the network than the disk keeps up with. */
export interface SocketInbox {
  push(letter: Letter): void;
  /** Runs something between two messages. */
  between(work: () => Promise<void>): void;
  /** Resolves when everything that came is answered. */
  idle(): Promise<void>;
}

/** Reads a socket's messages under a limit on what waits. */
export function socketInbox({ read, pace, limits, backlog, hush, resume }: InboxDeps): SocketInbox {
  const waiting: Letter[] = [];
  const interludes: (() => Promise<void>)[] = [];
  const idlers: (() => void)[] = [];
  let bytes = 0;
  let frames = 0;
  let isHushed = false;
  let isBlocked = false;

  const isFull = () =>
    bytes > limits.socketBacklogBytes || frames > limits.socketBacklogFrames || (bytes > 0 && backlog.bytes > limits.backlogBytes);

  const settle = (length: number) => {
    bytes -= length;
    frames -= 1;
    backlog.bytes -= length;
    if (isHushed && !isFull()) {
      isHushed = false;
      resume();
    }
    if (frames === 0 && interludes.length === 0) for (const idler of idlers.splice(0)) idler();
  };

  const block = (until: Promise<unknown>) => {
    isBlocked = true;
    const unblock = () => {
      isBlocked = false;
      pump();
    };
    until.then(unblock, unblock);
  };

  const pump = () => {
    for (;;) {
      if (isBlocked) return;
      const interlude = interludes.shift();
      if (interlude !== undefined) {
        block(interlude());
        return;
      }
      const letter = waiting[0];
      if (letter === undefined) return;
      const wait = pace();
      if (wait > 0) {
        block(new Promise((resolve) => setTimeout(resolve, wait)));
        return;
      }
      waiting.shift();
      const { done, blocks } = read(letter);
      const { length } = letter.text;
      const end = () => settle(length);
      done.then(end, end);
      if (blocks) block(done);
    }
  };

  return {
    push(letter) {
      waiting.push(letter);
      frames += 1;
      bytes += letter.text.length;
      backlog.bytes += letter.text.length;
      if (!isHushed && isFull()) {
        isHushed = true;
        hush();
      }
      pump();
    },
    between(work) {
      interludes.push(work);
      pump();
    },
    idle: () => (frames === 0 ? Promise.resolve() : new Promise((resolve) => idlers.push(resolve))),
  };
}
