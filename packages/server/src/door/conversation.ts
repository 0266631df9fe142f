/** Who is at the other end. */
export interface Peer {
  address: string;
  /** The `Origin` header, which a browser always sends. */
  origin: string | undefined;
  agent: string;
}

/** What a dialect may do with its end of the line. */
export interface Line {
  send(message: object): void;
  /** Closes after what was sent. */
  close(code: number): void;
  /** Cuts without a close frame: to a browser it looks like a lost network. */
  drop(): void;
  /** Every message wants an answer, as in an HTTP request; a close is none. */
  answersAll: boolean;
}

/** One message as it came; `value` is undefined where it was no JSON. */
export interface Frame {
  value: unknown;
  text: string;
  /** Characters of the message it came in. */
  length: number;
  receivedAt: number;
}

/** A message in work: `done` when it is answered; `blocks` where the next one must not be read before. */
export interface Handled {
  done: Promise<void>;
  blocks: boolean;
}

/** One dialect spoken over one connection. */
export interface Conversation {
  receive(frame: Frame): Handled;
  /** A message over the limit came, and was not read. */
  tooLarge(bytes: number, fatal: boolean): void;
  /** Something about the flights changed: may this one go on? */
  recheck(): Promise<void>;
  /** The server wants to go: resolves when nothing of this client is under way. */
  leave(): Promise<void>;
  /** The flight it speaks for, once known. */
  flight(): string | undefined;
}

/** A WebSocket dialect. */
export interface SocketDialect {
  name: 'native' | 'logui';
  /** Whether a connection's first message is of this dialect. */
  speaks(first: unknown): boolean;
  open(peer: Peer, line: Line): Conversation;
}
