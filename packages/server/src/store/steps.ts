import type { Parameters } from './ask.ts';
import { IS_VIEW, inOrder, landmarkEvents } from './landmark-events.ts';
import { NEWEST_DERIVED } from './newest-derived.ts';

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

/** As many bits as a mask has. */
export const MOST_STEPS = 8;

/** Steps in order, each `event:NAME`, `page:PATH`, `click:ELEMENT` or `derived:NAME`, from the first to the last within a time. Places begin with `prefix`. */
export function stepsOf(steps: readonly string[], within: number | undefined, prefix: string): Steps {
  const conditions = steps.slice(0, MOST_STEPS).map((step, index) => conditionOf(step, `${prefix}Step${index}`));
  const names = conditions.flatMap(({ names: own }) => own ?? []);
  return {
    walks: `(
      WITH arrayMap(step -> toUInt8(bitAnd(step, 255)), steps) AS masks, arrayMap(step -> toInt64(bitShiftRight(step, 168)), steps) AS times
      SELECT session, ${within === undefined ? furthest(conditions.length) : furthestWithin(conditions.length, `{${prefix}Within:Int64}`)} AS gaps
      FROM (
        SELECT session, arraySort(groupArray(${inOrder('mask')})) AS steps FROM (${eventsOf(conditions, prefix)}) GROUP BY session
      ) WHERE notEmpty(gaps))`,
    parameters: Object.assign(
      { [`${prefix}Names`]: [...new Set(names)], ...(within !== undefined && { [`${prefix}Within`]: within }) },
      ...conditions.map(({ values }) => values),
    ),
  };
}

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
function eventsOf(conditions: readonly StepCondition[], prefix: string): string {
  const columns = (of: 'recorded' | 'derived', sequence: string) => {
    const isStep = conditions.map((condition, index) => `toUInt8(${condition[of] ?? 'false'}) * ${2 ** index}`);
    return `session, at, tab, ${sequence} AS sequence, toUInt8(${isStep.join(' + ')}) AS mask`;
  };
  const recorded = conditions.filter((condition) => condition.recorded !== undefined);
  const where = amongOf(recorded, prefix);
  // What was derived comes after what was recorded at the same moment.
  const derived = `SELECT ${columns('derived', String(LAST_SEQUENCE))} FROM derived FINAL WHERE ${NEWEST_DERIVED} AND mask != 0`;
  return [
    ...(recorded.length > 0 ? [`SELECT * FROM ${landmarkEvents({ select: columns('recorded', 'sequence'), where, as: 'once' })}`] : []),
    ...(recorded.length < conditions.length ? [derived] : []),
  ].join(' UNION ALL ');
}

/** Which events can be steps: looked at first, by columns that cost little. */
function amongOf(conditions: readonly StepCondition[], prefix: string): string {
  const any = conditions.map(({ recorded }) => recorded).join(' OR ');
  if (conditions.some(({ names }) => names === undefined)) return `(${any})`;
  const isView = conditions.some(({ names }) => names?.includes('pageView')) ? ` OR ${IS_VIEW}` : '';
  return `(name IN {${prefix}Names:Array(String)}${isView}) AND (${any})`;
}

interface StepCondition {
  /** On rows of `events` and of `landmarks`. */
  recorded?: string;
  /** On rows of `derived`. */
  derived?: string;
  values: Parameters;
  /** What such recorded events are called, where that is known. */
  names: string[] | undefined;
}

function conditionOf(step: string, place: string): StepCondition {
  const colon = step.indexOf(':');
  const [kind, text] = colon < 0 ? ['event', step] : [step.slice(0, colon), step.slice(colon + 1)];
  const isPattern = text.includes('*');
  const given = isPattern ? likePattern(text) : text;
  const is = (column: string) => `${column} ${isPattern ? 'LIKE' : '='} {${place}:String}`;
  const values = { [place]: given };
  if (kind === 'page') return { recorded: `(${IS_VIEW} AND ${is('page')})`, values, names: ['pageView'] };
  if (kind === 'click') return { recorded: `(name IN ('click', 'mouseClick') AND ${is('path')})`, values, names: ['click', 'mouseClick'] };
  if (kind === 'event') return { recorded: `(${is('name')})`, values, names: isPattern ? undefined : [text] };
  if (kind === 'derived') return { derived: is('name'), values, names: [] };
  // A name may hold a colon of its own.
  return { recorded: `(name = {${place}:String})`, values: { [place]: step }, names: [step] };
}

const likePattern = (text: string): string => text.replaceAll(/[\\%_]/g, '\\$&').replaceAll('*', '%');
