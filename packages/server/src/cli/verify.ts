import { settingHelp } from '../config.ts';
import { commandLine } from './command-line.ts';
import type { Command } from './command.ts';

const SETTINGS = ['data', 'clickhouseUrl'] as const;

/** Says whether everything is there, once: the store's integrity and the completeness of what trackers numbered. */
export const verify: Command = {
  name: 'verify',
  summary: 'Check that everything is stored, once',
  help: `Usage: sightline verify [OPTIONS]

Checks the store's files, that no event is stored twice, that the session list agrees with the events, and names every gap in what
trackers numbered. Exit code 0 where all is well (gaps are reported, not judged), 1 where the store is damaged.

${settingHelp(SETTINGS)}`,

  async run(args, io) {
    const { config } = commandLine({ args, options: {}, settings: SETTINGS, io });
    const { withStore } = await import('./with-store.ts');
    const report = await withStore(config, async (store) => ({
      ...(await store.verifyIntegrity()),
      incomplete: await store.incompleteTabs(),
      incompleteRecordings: await store.incompleteRecordings(),
    }));
    io.out(`${JSON.stringify(report, null, 2)}\n`);
    return report.ok ? 0 : 1;
  },
};
