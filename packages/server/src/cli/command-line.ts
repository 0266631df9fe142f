import { parseArgs, type ParseArgsConfig } from 'node:util';
import { readSettings, settingFlags, type Config, type SettingName } from '../config.ts';
import { CommandFailure } from './command-failure.ts';
import type { CommandIo } from './command.ts';

/** Reads a command's own flags together with the settings it shares with the server. */
export function commandLine<Options extends NonNullable<ParseArgsConfig['options']>>({
  args,
  options,
  settings,
  io,
}: {
  args: string[];
  options: Options;
  settings: readonly SettingName[];
  io: Pick<CommandIo, 'env'>;
}): {
  values: Record<string, string | boolean | undefined>;
  lists: Record<string, string[] | undefined>;
  positionals: string[];
  config: Config;
} {
  const { values, lists, positionals } = parsed(args, { ...settingFlags(settings), ...options });
  const config = readSettings({ flags: values, env: io.env });
  if (Array.isArray(config)) throw new CommandFailure(2, config.map(({ message }) => message).join('; '));
  return { values, lists, positionals, config };
}

function parsed(args: string[], options: NonNullable<ParseArgsConfig['options']>) {
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const given = Object.entries(values as Record<string, string | boolean | string[] | undefined>);
    return {
      values: Object.fromEntries(given.flatMap(([name, value]) => (Array.isArray(value) ? [] : [[name, value]]))),
      /** Flags that may be repeated. */
      lists: Object.fromEntries(given.flatMap(([name, value]) => (Array.isArray(value) ? [[name, value]] : []))),
      positionals,
    };
  } catch (error) {
    throw new CommandFailure(2, error instanceof Error ? error.message : String(error));
  }
}
