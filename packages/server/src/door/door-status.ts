import type { Counts } from './counts.ts';

/** How it goes at the door. */
export interface DoorStatus extends Counts {
  /** Open WebSockets, by dialect. */
  sockets: Record<string, number>;
  /** Characters read and not yet on disk. */
  backlogBytes: number;
}
