import type { Parameters } from './ask.ts';
import { inOrder } from './in-order.ts';
import { UNKNOWN, type KnownSessions } from './known-sessions.ts';
import { NEWEST_DERIVED } from './newest-derived.ts';
import { sessionTable, type SessionColumn } from './session-table.ts';
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
        ? `${keptTaken(conditions, { known, all })} WHERE session NOT IN (${aside}) UNION ALL ${eventsTaken(conditions, prefix, ` AND session IN (${aside})`)}`
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
  const way = conditions.some(({ onWay }) => onWay !== undefined);
  const clicks = conditions.some(({ onClick }) => onClick !== undefined);
  const needed = all ? conditions.flatMap(({ mayHave }) => mayHave ?? []) : [];
  const columns: SessionColumn[] = [...(way ? WAY : []), ...(clicks ? CLICKS : []), ...needed.map(({ of }) => of)];
  const masks = [
    ...(way
      ? [`arrayMap((name, page, isView) -> ${maskOf(conditions.map(({ onWay }) => onWay))}, wayNames, wayPages, wayIsView) AS wayMasks`]
      : []),
    ...(clicks
      ? [`arrayMap((name, path) -> ${maskOf(conditions.map(({ onClick }) => onClick))}, clickNames, clickPaths) AS clickMasks`]
      : []),
  ];
  const from = `FROM (
      SELECT *, ${masks.join(', ')} FROM ${sessionTable(columns, known)}${needed.length === 0 ? '' : ` WHERE ${needed.map(({ sql }) => sql).join(' AND ')}`}
    )`;
  const only = (kind: string) => `
    SELECT session, arrayFilter(mask -> mask != 0, ${kind}Masks) AS masks, arrayFilter((time, mask) -> mask != 0, ${kind}At, ${kind}Masks) AS times ${from}`;
  return way && clicks ? merged(from) : only(way ? 'way' : 'click');
}

const WAY = ['wayNames', 'wayPages', 'wayIsView', 'wayAt'] as const satisfies readonly SessionColumn[];
const CLICKS = ['clickNames', 'clickPaths', 'clickAt', 'clickPlaces'] as const satisfies readonly SessionColumn[];

/** Clicks among the landmarks, by their time and how many landmarks come before: one number sorts many times faster than a tuple. */
const merged = (from: string): string => {
  const taken = (place: string, nth: string) =>
    `bitOr(bitShiftLeft(toInt128(at), 72), toInt128(bitOr(bitOr(bitShiftLeft(toUInt64(${place}), 36), bitShiftLeft(toUInt64(${nth}), 8)), toUInt64(mask))))`;
  const isTaken = 'step -> bitAnd(step, 255) != 0';
  return `
    SELECT session, arrayMap(step -> toUInt8(bitAnd(step, 255)), steps) AS masks, arrayMap(step -> toInt64(bitShiftRight(step, 72)), steps) AS times
    FROM (SELECT session, arraySort(arrayConcat(
        arrayFilter(${isTaken}, arrayMap((at, place, mask) -> ${taken('place', '0')}, wayAt, arrayEnumerate(wayAt), wayMasks)),
        arrayFilter(${isTaken}, arrayMap((at, place, nth, mask) -> ${taken('place', 'nth')}, clickAt, clickPlaces, arrayEnumerate(clickAt), clickMasks))
      )) AS steps ${from})`;
};

function eventsTaken(conditions: readonly StepCondition[], prefix: string, which = ''): string {
  return `
    SELECT session, arrayMap(step -> toUInt8(bitAnd(step, 255)), steps) AS masks, arrayMap(step -> toInt64(bitShiftRight(step, 168)), steps) AS times
    FROM (SELECT session, arraySort(groupArray(${inOrder('mask')})) AS steps FROM (${eventsOf(conditions, prefix, which)}) GROUP BY session)`;
}

const maskOf = (conditions: readonly (string | undefined)[]): string =>
  `toUInt8(${conditions.map((condition, index) => `toUInt8(${condition ?? 'false'}) * ${2 ** index}`).join(' + ')})`;

/** Each step at the first event that may be it after the step before: no other choice gets further, as time is not short. */
function furthest(steps: number): string {
  const at = (step: number): string =>
    step === 0
      ? '(arrayFirstIndex(mask -> bitTest(mask, 0), masks) AS step0)'
      : `(if(step${step - 1} = 0, 0, arrayFirstIndex((mask, place) -> bitTest(mask, ${step}) AND place > step${step - 1}, masks, arrayEnumerate(masks))) AS step${step})`;
  const places = Array.from({ length: steps }, (_, step) => at(step));
  const gaps = places.map((place, step) => (step === 0 ? `if(${place} = 0, 0, 0)` : `times[${place}] - times[step${step - 1}]`));
  const reached = places.map((_, step) => `toUInt8(step${step} > 0)`);
  return `arraySlice([${gaps.join(', ')}], 1, ${reached.join(' + ')})`;
}

/** The first chain stands; one that began later can only do more where time is short. So for each step the times of the furthest chain that reached it. */
function furthestWithin(steps: number, within: string): string {
  // An event continues the chain of the step before as that stood before it, so it is no two steps of one chain.
  const start = 'if(place = 1, time, chains[place - 1][1])';
  const isNext = `bitTest(mask, place - 1) AND (place = 1 OR (notEmpty(chains[place - 1]) AND time - chains[place - 1][1] <= ${within}))`;
  const isBetter = `(empty(chain) OR (place < length(chains) AND chain[1] < ${start}))`;
  const next = `if(${isNext} AND ${isBetter}, if(place = 1, [time], arrayPushBack(chains[place - 1], time)), chain)`;
  const chains = `arrayFold((chains, mask, time) -> arrayMap((chain, place) -> ${next}, chains, arrayEnumerate(chains)),
    masks, times, arrayWithConstant(${steps}, emptyArrayInt64()))`;
  return `arrayMap(chain -> if(length(chain) = 1, 0, chain[-1] - chain[-2]), arrayFilter(chain -> notEmpty(chain), ${chains}))`;
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
