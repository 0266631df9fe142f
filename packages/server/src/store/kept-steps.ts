import type { SessionColumn } from './session-table.ts';
import type { StepCondition } from './step-conditions.ts';

/** Which steps a session took, as expressions on a row of `sessionTable`: of each event that may be one, in order, which they are (a bit for each), and when. */
export interface KeptSteps {
  masks: string;
  /** Looks at `masks` by that name. */
  times: string;
  /** What has to be in the row. */
  ofMasks: readonly SessionColumn[];
  ofTimes: readonly SessionColumn[];
  /** Conditions that cost little, which hold for all sessions that took all the steps. */
  mayHave: { sql: string; of: readonly SessionColumn[] };
}

/** Reads steps from what is kept of sessions, which has to tell all of them. */
export function keptSteps(conditions: readonly StepCondition[]): KeptSteps {
  const way = maskOf(conditions.map(({ onWay }) => onWay));
  const clicks = maskOf(conditions.map(({ onClick }) => onClick));
  const wayMasks = `(arrayMap((name, page, isView) -> ${way}, wayNames, wayPages, wayIsView) AS wayMasks)`;
  const clickMasks = `(arrayMap((name, path) -> ${clicks}, clickNames, clickPaths) AS clickMasks)`;
  const needed = conditions.flatMap(({ mayHave = [] }) => mayHave);
  const mayHave = { sql: needed.map(({ sql }) => sql).join(' AND ') || 'true', of: needed.map(({ of }) => of) };
  const hasWay = conditions.some(({ onWay }) => onWay !== undefined);
  if (hasWay && conditions.some(({ onClick }) => onClick !== undefined))
    return {
      masks: `arrayMap(step -> toUInt8(bitAnd(step, 255)), (${merged(wayMasks, clickMasks)} AS steps))`,
      times: 'arrayMap(step -> toInt64(bitShiftRight(step, 72)), steps)',
      ofMasks: [...WAY, ...CLICKS, 'wayAt', 'clickAt', 'clickPlaces'],
      ofTimes: [],
      mayHave,
    };
  const only = (kind: 'way' | 'click', of: readonly SessionColumn[], masks: string): KeptSteps => ({
    masks: `arrayFilter(mask -> mask != 0, ${masks})`,
    times: `arrayFilter((time, mask) -> mask != 0, ${kind}At, ${kind}Masks)`,
    ofMasks: of,
    ofTimes: [`${kind}At`],
    mayHave,
  });
  return hasWay ? only('way', WAY, wayMasks) : only('click', CLICKS, clickMasks);
}

const WAY = ['wayNames', 'wayPages', 'wayIsView'] as const satisfies readonly SessionColumn[];
const CLICKS = ['clickNames', 'clickPaths'] as const satisfies readonly SessionColumn[];

/** Clicks among the landmarks, by their time and how many landmarks come before: one number sorts many times faster than a tuple. */
const merged = (wayMasks: string, clickMasks: string): string => {
  const taken = (place: string, nth: string) =>
    `bitOr(bitShiftLeft(toInt128(at), 72), toInt128(bitOr(bitOr(bitShiftLeft(toUInt64(${place}), 36), bitShiftLeft(toUInt64(${nth}), 8)), toUInt64(mask))))`;
  const isTaken = 'step -> bitAnd(step, 255) != 0';
  return `arraySort(arrayConcat(
    arrayFilter(${isTaken}, arrayMap((at, place, mask) -> ${taken('place', '0')}, wayAt, arrayEnumerate(wayAt), ${wayMasks})),
    arrayFilter(${isTaken}, arrayMap((at, place, nth, mask) -> ${taken('place', 'nth')}, clickAt, clickPlaces, arrayEnumerate(clickAt), ${clickMasks}))))`;
};

/** Which of the steps an event is, a bit for each. */
export const maskOf = (conditions: readonly (string | undefined)[]): string =>
  `toUInt8(${conditions.map((condition, index) => `toUInt8(${condition ?? 'false'}) * ${2 ** index}`).join(' + ')})`;
