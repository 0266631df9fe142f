import { LIMITS } from '@sightline/protocol';

/** How much the door takes at once; sizes in bytes, times in milliseconds, rates per second (0 is no limit). */
export interface DoorLimits {
  ratePerAddress: number;
  ratePerFlight: number;
  connections: number;
  connectionsPerAddress: number;
  handshakeWithinMs: number;
  /** What one socket may have waiting for the disk before it is no longer read. */
  socketBacklogBytes: number;
  socketBacklogFrames: number;
  /** The same for all sockets and requests together. */
  backlogBytes: number;
  /** Answers that a client did not take. */
  unreadBytes: number;
  /** How long events of a client that cannot send again are held while the spool refuses. */
  holdMs: number;
  /** How long clients may take to send their last events when the server goes. */
  farewellMs: number;
  pingEveryMs: number;
}

/** Limits that suit one machine. */
export const DOOR_LIMITS: DoorLimits = {
  ratePerAddress: 0,
  ratePerFlight: 0,
  connections: 20_000,
  connectionsPerAddress: 1_000,
  handshakeWithinMs: LIMITS.handshakeWithinMs,
  socketBacklogBytes: 4 * 1024 * 1024,
  socketBacklogFrames: 256,
  backlogBytes: 128 * 1024 * 1024,
  unreadBytes: 1024 * 1024,
  holdMs: 30_000,
  farewellMs: 2_000,
  pingEveryMs: 30_000,
};
