import type { Parameters } from './ask.ts';
import { NEWEST_DERIVED } from './newest-derived.ts';

/** Steps that sessions take in order, as parts of a statement over events. */
export interface Steps {
  /** A table of the flight's events that are steps: `session`, `at`, `tab`, `sequence`, and as `mask` which they are, a bit for each. */
  events: string;
  /** Of a session's events grouped: for each step the times of the furthest chain that reached it, empty where none did. */
  chains: string;
  parameters: Parameters;
}

/** As many bits as a mask has. */
export const MOST_STEPS = 8;

/** A sequence has 32 bits. */
const LAST_SEQUENCE = 2 ** 32 - 1;

/** Steps in order, each `event:NAME`, `page:PATH`, `click:ELEMENT` or `derived:NAME`, from the first to the last within a time. Places begin with `prefix`. */
export function stepsOf(steps: readonly string[], within: number | undefined, prefix: string): Steps {
  const conditions = steps.slice(0, MOST_STEPS).map((step, index) => conditionOf(step, `${prefix}Step${index}`));
  const mask = (of: 'recorded' | 'derived') =>
    `toUInt8(${conditions.map((condition, index) => `toUInt8(${condition[of] ?? 'false'}) * ${2 ** index}`).join(' + ')})`;
  const start = 'if(place = 1, event.1, chains[place - 1][1])';
  const inTime = within === undefined ? '' : ` AND event.1 - chains[place - 1][1] <= {${prefix}Within:Int64}`;
  // The first chain stands; one that began later can only do more where time is short.
  const better = within === undefined ? 'empty(chain)' : `(empty(chain) OR (place < length(chains) AND chain[1] < ${start}))`;
  // An event continues the chain of the step before as that stood before it, so it is no two steps of one chain.
  const next = `if(bitTest(event.4, place - 1) AND (place = 1 OR (notEmpty(chains[place - 1])${inTime})) AND ${better},
    if(place = 1, [event.1], arrayPushBack(chains[place - 1], event.1)), chain)`;
  const names = conditions.flatMap(({ name }) => (name === undefined ? [] : [name]));
  const isAny = conditions.some(({ recorded, name }) => recorded !== undefined && name === undefined);
  const isPage = names.some((own) => own.includes('pageView')) ? " OR dialect != 'native'" : '';
  // By columns that cost little, before all others are read and repetitions dropped: they are the same in every repetition of an event.
  const among = isAny ? 'true' : `(name IN {${prefix}Names:Array(String)}${isPage})`;
  const recorded = `SELECT session, at, tab, sequence, ${mask('recorded')} AS mask FROM events FINAL
    PREWHERE flight = {flight:String} AND ${among} WHERE mask != 0`;
  // After what was recorded at the same moment.
  const derived = `SELECT session, at, tab, ${LAST_SEQUENCE} AS sequence, ${mask('derived')} AS mask FROM derived FINAL WHERE ${NEWEST_DERIVED} AND mask != 0`;
  return {
    events: conditions.some((condition) => condition.derived !== undefined) ? `(${recorded} UNION ALL ${derived})` : `(${recorded})`,
    chains: `arrayFold((chains, event) -> arrayMap((chain, place) -> ${next}, chains, arrayEnumerate(chains)),
      arraySort(groupArray((at, tab, sequence, mask))), arrayWithConstant(${conditions.length}, emptyArrayInt64()))`,
    parameters: Object.assign(
      {
        ...(within === undefined ? {} : { [`${prefix}Within`]: within }),
        ...(isAny ? {} : { [`${prefix}Names`]: [...new Set(names.flat())] }),
      },
      ...conditions.map(({ values }) => values),
    ),
  };
}

interface StepCondition {
  /** On rows of `events`. */
  recorded?: string;
  /** On rows of `derived`. */
  derived?: string;
  values: Parameters;
  /** What such recorded events are called, where that is known. */
  name: string[] | undefined;
}

function conditionOf(step: string, place: string): StepCondition {
  const colon = step.indexOf(':');
  const [kind, text] = colon < 0 ? ['event', step] : [step.slice(0, colon), step.slice(colon + 1)];
  const isPattern = text.includes('*');
  const given = isPattern ? likePattern(text) : text;
  const is = (column: string) => `${column} ${isPattern ? 'LIKE' : '='} {${place}:String}`;
  const values = { [place]: given };
  if (kind === 'page')
    return { recorded: `((name = 'pageView' OR dialect != 'native') AND ${is('path(url)')})`, values, name: ['pageView'] };
  if (kind === 'click') return { recorded: `(name IN ('click', 'mouseClick') AND ${is('path')})`, values, name: ['click', 'mouseClick'] };
  if (kind === 'event') return { recorded: `(${is('name')})`, values, name: isPattern ? undefined : [text] };
  if (kind === 'derived') return { derived: is('name'), values, name: [] };
  // A name may hold a colon of its own.
  return { recorded: `(name = {${place}:String})`, values: { [place]: step }, name: [step] };
}

const likePattern = (text: string): string => text.replaceAll(/[\\%_]/g, '\\$&').replaceAll('*', '%');
