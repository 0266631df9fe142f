import { BENCH_DIRECTORY } from '../bench-directory.ts';
import { inProcess } from '../in-process.ts';
import type { LoadResult } from '../load/arrivals.ts';
import type { SpoolLoadOrder } from '../load/spool-load.ts';
import { perSecond, times, type Trial } from '../trial.ts';

/** The spool without a door and a store: what every way in is held against. */
export const spoolAlone: Trial = {
  name: 'spool-alone',
  conditions: '50 producers, each waiting for its acknowledgement; the generator shares the spool’s process',
  async run() {
    const single = await spoolLoad(1);
    const batches = await spoolLoad(20);
    return [
      { what: 'batches of one event', value: `${perSecond(single.perSecond, 'events')}, ${times(single)}`, bar: '≥ 20 k events/s' },
      { what: 'batches of 20', value: `${perSecond(batches.perSecond * 20, 'events')}, ${times(batches)}`, bar: '≥ 200 k events/s' },
    ];
  },
};

/** As many batches as the spool takes from 50 producers. */
export const spoolLoad = (events: 1 | 20): Promise<LoadResult> =>
  inProcess<SpoolLoadOrder, LoadResult>('spool-load', { connections: 50, warmUpMs: 1_000, ms: 4_000, directory: BENCH_DIRECTORY, events });
