import { stat } from 'node:fs/promises';
import type { Config } from '../config.ts';
import { openRegistry, type Registry } from '../registry/registry.ts';
import { CommandFailure } from './command-failure.ts';

/** Runs something on the registry of an installation, whether its server runs or not. */
export async function withRegistry<Value>(
  { data, postgresUrl }: Pick<Config, 'data' | 'postgresUrl'>,
  run: (registry: Registry) => Promise<Value>,
): Promise<Value> {
  if (!postgresUrl && (await isNoFolder(data))) throw new CommandFailure(1, `--data: ${JSON.stringify(data)} is not a folder`);
  const registry = await openRegistry({
    data,
    postgresUrl,
    onError: (error) => {
      throw error;
    },
  });
  try {
    return await run(registry);
  } finally {
    await registry.close();
  }
}

/** A folder that is not there yet is made, as the server would; a file in its place is a mistake. */
const isNoFolder = async (path: string): Promise<boolean> => {
  const found = await stat(path).catch(() => undefined);
  return found !== undefined && !found.isDirectory();
};
