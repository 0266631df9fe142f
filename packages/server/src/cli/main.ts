import { text } from 'node:stream/consumers';
import { commands } from './index.ts';
import { runCommand } from './run-command.ts';

/** The command line of this process. */
export async function main(): Promise<void> {
  process.exitCode = await runCommand(process.argv.slice(2), commands, {
    env: process.env,
    out: (line) => void process.stdout.write(line),
    error: (line) => void process.stderr.write(line),
    input: () => text(process.stdin),
  });
}
