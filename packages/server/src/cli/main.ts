import { text } from 'node:stream/consumers';
import { commands } from './index.ts';
import { runCommand } from './run-command.ts';

/** How a person or a service manager asks a process to end. */
const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** The command line of this process. */
export async function main(): Promise<void> {
  process.exitCode = await runCommand(process.argv.slice(2), commands, {
    env: process.env,
    out: (line) => void process.stdout.write(line),
    error: (line) => void process.stderr.write(line),
    input: () => text(process.stdin),
    output: () => process.stdout,
    ended: () => new Promise((resolve) => SIGNALS.forEach((signal) => process.once(signal, resolve))),
  });
}
