import type { Parameters } from './ask.ts';
import { furthest, furthestWithin } from './furthest-steps.ts';
import { inOrder } from './in-order.ts';
import { keptSteps, maskOf } from './kept-steps.ts';
import { UNKNOWN, type KnownSessions } from './known-sessions.ts';
import { NEWEST_DERIVED } from './newest-derived.ts';
import { sessionTable } from './session-table.ts';
import { amongOf, conditionsOfSteps, type StepCondition } from './step-conditions.ts';
import { stepsAside } from './steps-aside.ts';

/** Which steps are asked for. */
export interface StepsQuestion {
  steps: readonly string[];
  /** From the first to the last. */
  within: number | undefined;
  /** What names of places begin with. */
  prefix: string;
  known?: KnownSessions;
  /** Only sessions that took all of them are wanted. */
  all?: boolean;
}

/** Steps that sessions take in order, as a part of a statement. */
export interface Steps {
  /**
   * A table of the sessions that took at least one step of them, with `gaps`: for each step they reached, how many ms after the step before,
   * 0 for the first.
   */
  walks: string;
  parameters: Parameters;
}

/** A sequence has 32 bits. */
const LAST_SEQUENCE = 2 ** 32 - 1;

/**
 * Steps in order, each `event:NAME`, `page:PATH`, `click:ELEMENT` or `derived:NAME`, the last within a time of the first.
 * Where what is kept of sessions tells of steps, only those sessions' events are read that took such steps aside of it.
 */
export function stepsOf({ steps, within, prefix, known = UNKNOWN, all = false }: StepsQuestion): Steps {
  const conditions = conditionsOfSteps(steps, prefix);
  const names = conditions.flatMap(({ names: own }) => own ?? []);
  const aside = stepsAside(steps, prefix)?.sessions;
  const taken =
    aside === undefined
      ? eventsTaken(conditions, prefix)
      : known.areSomeAside
        ? `${keptTaken(conditions, { known, all })} AND session NOT IN (${aside}) UNION ALL ${eventsTaken(conditions, prefix, ` AND session IN (${aside})`)}`
        : keptTaken(conditions, { known, all });
  return {
    walks: `(
      SELECT session, ${within === undefined ? furthest(conditions.length) : furthestWithin(conditions.length, `{${prefix}Within:Int64}`)} AS gaps
      FROM (${taken}) WHERE notEmpty(gaps))`,
    parameters: Object.assign(
      { [`${prefix}Names`]: [...new Set(names)], ...(within !== undefined && { [`${prefix}Within`]: within }) },
      ...conditions.map(({ values }) => values),
    ),
  };
}

/** For each session what it took, in order: which steps an event may be, a bit for each, and when it was. */
function keptTaken(conditions: readonly StepCondition[], { known, all }: { known: KnownSessions; all: boolean }): string {
  const { masks, times, ofMasks, ofTimes, mayHave } = keptSteps(conditions);
  const table = sessionTable([...ofMasks, ...ofTimes, ...(all ? mayHave.of : [])], known);
  return `SELECT session, ${masks} AS masks, ${times} AS times FROM ${table} WHERE ${all ? mayHave.sql : 'true'}`;
}

function eventsTaken(conditions: readonly StepCondition[], prefix: string, which = ''): string {
  return `
    SELECT session, arrayMap(step -> toUInt8(bitAnd(step, 255)), steps) AS masks, arrayMap(step -> toInt64(bitShiftRight(step, 168)), steps) AS times
    FROM (SELECT session, arraySort(groupArray(${inOrder('mask')})) AS steps FROM (${eventsOf(conditions, prefix, which)}) GROUP BY session)`;
}

/** The flight's events that are steps: `session`, `at`, `tab`, `sequence`, and as `mask` which they are, a bit for each. */
function eventsOf(conditions: readonly StepCondition[], prefix: string, which: string): string {
  const columns = (of: 'recorded' | 'derived', sequence: string) =>
    `session, at, tab, ${sequence} AS sequence, ${maskOf(conditions.map((condition) => condition[of]))} AS mask`;
  const recorded = conditions.filter((condition) => condition.recorded !== undefined);
  const where = `${amongOf(recorded, prefix)}${which}`;
  // What was derived comes after what was recorded at the same moment.
  const derived = `SELECT ${columns('derived', String(LAST_SEQUENCE))} FROM derived FINAL WHERE ${NEWEST_DERIVED} AND mask != 0`;
  return [
    ...(recorded.length > 0
      ? [`SELECT ${columns('recorded', 'sequence')} FROM events FINAL PREWHERE flight = {flight:String} AND ${where}`]
      : []),
    ...(recorded.length < conditions.length ? [derived] : []),
  ].join(' UNION ALL ');
}
