import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { isUuid } from '@sightline/protocol';
import type { Config } from '../config.ts';
import type { RecordingExport } from '../exports/recording-export.ts';
import { CommandFailure } from './command-failure.ts';
import type { CommandIo } from './command.ts';

export interface RecordingOrder {
  format: RecordingExport;
  session: unknown;
  withAssets: boolean;
  /** A file, or - for the standard output. */
  out: string;
  config: Pick<Config, 'data' | 'clickhouseUrl'>;
  io: Pick<CommandIo, 'output'>;
}

/** Writes one session's recording to a file, in constant memory. */
export async function exportRecording({ format, session, withAssets, out, config, io }: RecordingOrder): Promise<number> {
  if (typeof session !== 'string' || !isUuid(session)) {
    const given = session === undefined ? 'nothing' : JSON.stringify(session);
    throw new CommandFailure(2, `--session must be a session's id where --format is ${format.name}, got ${given}`);
  }
  const { withStore } = await import('./with-store.ts');
  await withStore(config, async (store) => {
    const summary = await store.sessionSummary({ session });
    if (summary === undefined) throw new CommandFailure(1, `there is no session ${session}`);
    const target = out === '-' ? io.output() : createWriteStream(out);
    await pipeline(Readable.from(format.write(store, { session, flight: summary.flight, withAssets })), target, { end: out !== '-' });
  });
  return 0;
}
