import type { Engine } from '../engine/engine.ts';
import { ask } from './ask.ts';

/** How long a session was present in each way, ms: the unions over its tabs. */
export interface PresenceTimes {
  openMs: number;
  visibleMs: number;
  focusedMs: number;
  activeMs: number;
}

/** A time out of `presence_times`. */
export const presenceOf = (time: keyof PresenceTimes) => `intervalLengthSumMerge(${time.replace('Ms', '')}) AS ${time}`;

const TIMES = (['openMs', 'visibleMs', 'focusedMs', 'activeMs'] as const).map(presenceOf).join(', ');

/** The times of those sessions of a flight that told their presence. */
export async function presenceTimes(engine: Engine, flight: string, sessions: readonly string[]): Promise<Map<string, PresenceTimes>> {
  if (sessions.length === 0) return new Map();
  const rows = await ask<PresenceTimes & { session: string }>(
    engine,
    `SELECT session, ${TIMES} FROM presence_times WHERE flight = {flight:String} AND session IN {sessions:Array(UUID)} GROUP BY session`,
    { flight, sessions: [...sessions] },
  );
  return new Map(rows.map(({ session, ...times }) => [session, times]));
}
