import type { Migration } from './migration.ts';

/** How large a checkpoint is stands beside it: which ones there are is asked far more often than what they show. */
export const checkpointSizes: Migration = {
  number: 10,
  name: 'checkpoint-sizes',
  statements: [
    `ALTER TABLE checkpoints ADD COLUMN IF NOT EXISTS size UInt32 DEFAULT length(events) COMMENT 'of its events; 0 where only the views count' CODEC(ZSTD(3))`,
  ],
};
