import { join } from 'node:path';
import type { BaseLogger } from 'pino';
import type { Files } from '../spool/files.ts';

/** What the quarantine needs. */
export interface QuarantineDeps {
  directory: string;
  files: Files;
  now: () => number;
  log: Pick<BaseLogger, 'error'>;
}

export type Quarantine = ReturnType<typeof createQuarantine>;

/** Keeps what the store cannot take, each frame beside the reason, until a person looks at it. */
export function createQuarantine({ directory, files, now, log }: QuarantineDeps) {
  let kept = 0;

  return {
    /** Resolves when the frame and its reason are durable. */
    async keep(token: string, frame: string, error: unknown): Promise<void> {
      const reason = error instanceof Error ? error.message : String(error);
      await files.makeDirectory(directory);
      await files.replace(join(directory, `${token}.json`), `${JSON.stringify({ token, reason, at: now() }, null, 2)}\n`);
      await files.replace(join(directory, `${token}.frame`), frame);
      kept += 1;
      log.error(
        { err: error, frame: join(directory, `${token}.frame`) },
        'loader: a batch that the store cannot take was put into quarantine',
      );
    },
    /** Frames kept since the start. */
    kept: () => kept,
  };
}
