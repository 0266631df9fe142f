import pino from 'pino';
import { settingHelp, settingNames } from '../config.ts';
import { CommandFailure } from './command-failure.ts';
import { commandLine } from './command-line.ts';
import type { Command } from './command.ts';

/** Runs the server until it is told to stop. */
export const serve: Command = {
  name: 'serve',
  summary: 'Run the server',
  help: `Usage: sightline serve [OPTIONS]

Serves the console, the tracker and every way in. Prints one line with the address when it is ready.

${settingHelp()}`,

  async run(args, io) {
    const { positionals, config } = commandLine({ args, options: {}, settings: settingNames(), io });
    if (positionals.length > 0)
      throw new CommandFailure(2, `unexpected ${JSON.stringify(positionals[0])}; \`sightline serve --help\` lists the options`);
    // Only this command needs the whole server; the others stay quick without it.
    const { startServer } = await import('../server.ts');
    const log = pino({ level: config.log }, pino.destination({ dest: 2, sync: false }));
    const server = await startServer(config, log);
    io.out(`Sightline is ready on ${server.url} (data in ${config.data})\n`);
    if (server.setupUrl) io.out(`Create the owner account, once: ${server.setupUrl}\n`);
    const signal = await io.ended();
    log.info({ signal }, 'stopping');
    await server.stop();
    return 0;
  },
};
