import type { Command, CommandIo } from './command.ts';
import { CommandFailure } from './command-failure.ts';

/** Runs what a command line says; answers the exit code. */
export async function runCommand([name, ...args]: string[], commands: Command[], io: CommandIo): Promise<number> {
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    io.out(overview(commands));
    return name === undefined ? 2 : 0;
  }
  const command = commands.find((each) => each.name === name);
  if (!command) {
    io.error(`sightline: there is no command ${JSON.stringify(name)}; \`sightline --help\` lists them\n`);
    return 2;
  }
  if (args.includes('--help') || args.includes('-h')) {
    io.out(`${command.help}\n`);
    return 0;
  }
  try {
    return await command.run(args, io);
  } catch (error) {
    io.error(`sightline ${name}: ${error instanceof Error ? error.message : String(error)}\n`);
    return error instanceof CommandFailure ? error.exitCode : 1;
  }
}

function overview(commands: Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  const lines = commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`);
  return `Usage: sightline COMMAND [OPTIONS]\n\n${lines.join('\n')}\n\n\`sightline COMMAND --help\` says more about each.\n`;
}
