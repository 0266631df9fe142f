import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Config } from './config.ts';
import type { Engine } from './engine/engine.ts';
import { every } from './every.ts';
import { createFolding } from './jobs/folding.ts';
import { createGathering } from './jobs/gathering.ts';
import { createMeasuring, type MeasuringDeps } from './jobs/measuring/measuring.ts';
import { createLoader } from './loader/loader.ts';
import type { Opened } from './opened.ts';
import type { Registry } from './registry/registry.ts';
import { createSpool } from './spool/spool.ts';
import { createStore } from './store/index.ts';

/** What the way of an event behind the door is opened with. */
export interface PipelineDeps {
  config: Pick<Config, 'data' | 'spoolLimitBytes'>;
  engine: Engine;
  registry: Pick<Registry, 'measureSettings'>;
  /** Where sessions are measured. */
  measurer: MeasuringDeps['process'];
  log: Logger;
  opened: Opened;
}

/** Opens spool, loader and store, and the jobs that keep up with what is loaded. */
export async function openPipeline({ config, engine, registry, measurer, log, opened }: PipelineDeps) {
  const spool = await createSpool({ dir: join(config.data, 'spool'), limitBytes: config.spoolLimitBytes, log });
  const store = createStore({ engine, now: Date.now, log, opened: () => folding.look() });
  const loader = createLoader({
    spool,
    load: async (segment) => {
      await store.load(segment);
      for (const job of [measuring, gathering, folding]) job.loaded();
    },
    quarantineDirectory: join(config.data, 'quarantine'),
    log,
  });
  opened.add(() => loader.stop());
  opened.add(() => spool.stop());
  const folding = createFolding({ store, now: Date.now, every, log });
  opened.add(() => folding.stop());
  const settings = (flight: string) => registry.measureSettings.of(flight);
  const measuring = createMeasuring({ process: measurer, store, settings, now: Date.now, every, log });
  opened.add(() => measuring.stop());
  const gathering = createGathering({ store, now: Date.now, every, log });
  opened.add(() => gathering.stop());
  const imported = () => {
    measuring.imported();
    for (const job of [gathering, folding]) job.loaded();
  };
  return { spool, store, loader, measuring, gathering, imported };
}
