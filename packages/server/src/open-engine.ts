import { join } from 'node:path';
import type { BaseLogger } from 'pino';
import type { Config } from './config.ts';
import { embeddedEngine, type EngineLease } from './engine/embedded-engine.ts';
import type { EngineMemory } from './engine/engine-process.ts';
import type { Engine } from './engine/engine.ts';
import { remoteEngine } from './engine/remote-engine.ts';

/** An engine, and how to lend it to a command of the same data directory. */
export interface OpenEngine {
  engine: Engine;
  /** Undefined where the engine is a server that a command reaches by itself. */
  lease: (() => Promise<EngineLease>) | undefined;
}

/** Where another process of ours finds the engine, kept awake until it is given back. */
export const enginePlace =
  ({ clickhouseUrl, lease }: { clickhouseUrl: string | undefined; lease: OpenEngine['lease'] }) =>
  async (): Promise<{ at: { socketPath: string } | { url: string }; release(): void }> => {
    if (lease === undefined) return { at: { url: clickhouseUrl ?? '' }, release: () => undefined };
    const { socketPath, release } = await lease();
    return { at: { socketPath }, release };
  };

/** The engine that the configuration asks for: the embedded one in the data directory, or a ClickHouse server by URL. */
export function openEngine(
  { data, clickhouseUrl, memory }: Pick<Config, 'data' | 'clickhouseUrl'> & { memory?: EngineMemory },
  log: Pick<BaseLogger, 'info' | 'warn'>,
): OpenEngine {
  if (clickhouseUrl !== undefined) return { engine: remoteEngine({ url: clickhouseUrl }), lease: undefined };
  const engine = embeddedEngine({ directory: join(data, 'store'), ...(memory && { memory }), log });
  return { engine, lease: () => engine.lease() };
}
