/** What is accepted at most, and how long things may take. Times in milliseconds, sizes in bytes. */
export const LIMITS = {
  /** PROTOCOL.md: the handshake is due within the first three seconds. */
  handshakeWithinMs: 3_000,
  /** PROTOCOL.md: the connection is closed at the fifth bad request. */
  badRequests: 5,
  /** One WebSocket message or HTTP body. Shipped LogUI sends up to 1,000 events in one frame after an outage. */
  messageBytes: 8 * 1024 * 1024,
  /** Events in one batch. */
  batchEvents: 2_000,
  /** One event as JSON; a larger one is kept aside. */
  eventBytes: 256 * 1024,
  /** Depth of objects and arrays in anything a page gives us. */
  nesting: 32,
  /** Characters of an event's name. */
  nameLength: 200,
  /** Characters of a URL; longer ones are cut, and marked. */
  urlLength: 4_096,
  /** Application-specific data as JSON. */
  applicationDataBytes: 32 * 1024,
  /** rrweb events of one recording chunk as JSON, out of their compression: a larger one is not read. */
  chunkInflatedBytes: 64 * 1024 * 1024,
  /** An asset out of its compression. */
  assetBytes: 16 * 1024 * 1024,
  /** A session id that a foreign client made up. */
  sessionRefLength: 200,
  /** What a page calls its visitor: an email address, a participant code. */
  personLength: 320,
} as const;
