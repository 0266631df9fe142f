/** What a connection reports. */
export interface ConnectionListener {
  received(message: unknown): void;
  /** The connection is of no more use; the server may have asked for a pause. */
  lost(retryAfterMs?: number): void;
}

export interface Connection {
  send(message: string): void;
  close(): void;
}

/** One way to the server. */
export interface Transport {
  name: 'socket' | 'http';
  /** Connects and sends the handshake. */
  connect(handshake: string, listener: ConnectionListener): Connection;
}
