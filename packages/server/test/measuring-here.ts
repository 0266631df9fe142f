import { expect } from 'vitest';
import { measureSessions } from '../src/jobs/measuring/measure-sessions.ts';
import { createMeasuring, type Measuring } from '../src/jobs/measuring/measuring.ts';
import type { Registry } from '../src/registry/registry.ts';
import type { Store } from '../src/store/index.ts';

/** Measuring in this process, when it is asked for: what runs is the same, only not apart. */
export const measuringHere = (store: Store, registry: Pick<Registry, 'measureSettings'>, now: () => number): Measuring =>
  createMeasuring({
    process: {
      run: async (order, heard) => void (await measureSessions({ store, ...heard }, order)),
      stop: () => undefined,
    },
    store,
    settings: (flight) => registry.measureSettings.of(flight),
    now,
    every: () => () => undefined,
    log: { error: (details) => expect.fail(JSON.stringify(details)) },
  });
