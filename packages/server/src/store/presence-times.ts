import type { Engine } from '../engine/engine.ts';
import { ask } from './ask.ts';

/** How long a session was present in each way, ms: the unions over its tabs. */
export interface PresenceTimes {
  openMs: number;
  visibleMs: number;
  focusedMs: number;
  activeMs: number;
}

/** Times out of the rollup, as a query over `presence_times`. */
export const presenceRows = (where: string) => `
  SELECT session, ${['open', 'visible', 'focused', 'active'].map((level) => `intervalLengthSumMerge(${level}) AS ${level}Ms`).join(', ')}
  FROM presence_times WHERE ${where} GROUP BY session`;

/** The times of those sessions of a flight that told their presence. */
export async function presenceTimes(engine: Engine, flight: string, sessions: readonly string[]): Promise<Map<string, PresenceTimes>> {
  if (sessions.length === 0) return new Map();
  const rows = await ask<PresenceTimes & { session: string }>(
    engine,
    presenceRows('flight = {flight:String} AND session IN {sessions:Array(UUID)}'),
    { flight, sessions: [...sessions] },
  );
  return new Map(rows.map(({ session, ...times }) => [session, times]));
}
