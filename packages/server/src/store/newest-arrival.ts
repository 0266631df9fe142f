import type { Engine } from '../engine/engine.ts';
import { ask } from './ask.ts';
import { PLACES_UNTIL } from './gather-places.ts';

/** The newest arrival that any table knows of: loads go on from there. */
export async function newestArrival(engine: Engine): Promise<number> {
  const [row] = await ask<{ last: number }>(
    engine,
    `SELECT greatest((SELECT max(arrival) FROM events), (SELECT max(arrival) FROM recordings), (SELECT max(arrival) FROM tabs), ${PLACES_UNTIL}) AS last`,
  );
  return row?.last ?? 0;
}
