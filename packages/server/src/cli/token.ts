import { settingHelp } from '../config.ts';
import { isRefusal } from '../registry/refusal.ts';
import { CommandFailure } from './command-failure.ts';
import { commandLine } from './command-line.ts';
import type { Command } from './command.ts';
import { withRegistry } from './with-registry.ts';

const SETTINGS = ['data', 'postgresUrl'] as const;

/** Prints the token of a flight and nothing else, for scripts. */
export const token: Command = {
  name: 'token',
  summary: 'Print the token that a flight’s pages carry',
  help: `Usage: sightline token --flight NAME [OPTIONS]

Prints the newest token of a flight and nothing else. A flight without one gets one.

  --flight NAME
      Name or id of the flight.
  --application NAME
      Name or id of its application, where several have a flight of this name.
  --new
      Make one more token and print that; the others go on working.
${settingHelp(SETTINGS)}`,

  async run(args, io) {
    const options = { flight: { type: 'string' }, application: { type: 'string' }, new: { type: 'boolean' } } as const;
    const { values, positionals, config } = commandLine({ args, options, settings: SETTINGS, io });
    const { flight, application } = values;
    if (positionals.length > 0) throw new CommandFailure(2, `unexpected ${JSON.stringify(positionals[0])}; name the flight with --flight`);
    if (typeof flight !== 'string' || flight === '') throw new CommandFailure(2, '--flight is missing: the name or id of a flight');
    const text = await withRegistry(config, async ({ flights }) => {
      const found = await flights.find({ flight, application: typeof application === 'string' ? application : undefined });
      if (isRefusal(found)) throw new CommandFailure(1, found.message);
      const last = found.tokens.at(-1);
      if (last && !values.new) return last.token;
      const more = await flights.addToken(found.id);
      if (isRefusal(more)) throw new CommandFailure(1, more.message);
      const known = new Set(found.tokens.map(({ id }) => id));
      return more.tokens.find(({ id }) => !known.has(id))?.token;
    });
    io.out(`${text}\n`);
    return 0;
  },
};
