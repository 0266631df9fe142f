import type { Moment } from '../player/moments/moments-of.ts';
import type { Player } from '../player/player.ts';

/** What a timeline shows more where there is something to replay. */
export interface TimelineReplay {
  player: Player | undefined;
  /** When each tab was recorded. */
  recorded: readonly { tab: string; from: number; to: number }[];
  moments: readonly Moment[];
  /** The tab on the stage. */
  tab: string | undefined;
}
