import { join } from 'node:path';
import { isUuid } from '@sightline/protocol';
import { settingHelp } from '../config.ts';
import { eraseExports } from '../exports/jobs/erase-exports.ts';
import { CommandFailure } from './command-failure.ts';
import { commandLine } from './command-line.ts';
import type { Command } from './command.ts';

const SETTINGS = ['data', 'clickhouseUrl', 'postgresUrl'] as const;

/** Erases one session from the store. */
export const erase: Command = {
  name: 'erase',
  summary: 'Erase a session',
  help: `Usage: sightline erase --session ID [OPTIONS]

Erases a session: its events, recordings, notes and what was kept aside of it can be read no more at once, and leave the disk as the store
merges its files. Exports that may hold it lose their files. What waits in the spool is stored first, so that nothing of the session comes back later.

  --session ID
      The session.
${settingHelp(SETTINGS)}`,

  async run(args, io) {
    const { values, config } = commandLine({ args, options: { session: { type: 'string' } }, settings: SETTINGS, io });
    const { session } = values;
    if (typeof session !== 'string' || !isUuid(session)) {
      throw new CommandFailure(2, `--session must be a session's id, got ${session === undefined ? 'nothing' : JSON.stringify(session)}`);
    }
    const { withStore } = await import('./with-store.ts');
    const { withRegistry } = await import('./with-registry.ts');
    const came = await withStore(config, async (store) => {
      const place = await store.sessionCame({ session });
      const forget = () =>
        withRegistry(config, async ({ notes, exportJobs: jobs }) => {
          await notes.erase(session.toLowerCase());
          if (!place) return;
          const erased = { flight: place.flight, since: place.at, session: session.toLowerCase() };
          await eraseExports({ jobs, folder: join(config.data, 'exports') }, erased);
        });
      // Before, so that an erasure that breaks off finds the session again; after, because an export may have been begun meanwhile.
      await forget();
      if (!place) return false;
      await store.eraseSession({ session, flight: place.flight });
      await forget();
      return true;
    });
    if (!came) throw new CommandFailure(1, `there is no session ${session}`);
    io.out(`Erased session ${session}.\n`);
    return 0;
  },
};
