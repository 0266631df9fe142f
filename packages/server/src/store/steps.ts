import type { Parameters } from './ask.ts';

/** Steps that sessions take in order, as parts of a statement over events. */
export interface Steps {
  /**
   * Which events can be steps, by columns that cost little: read before all others and before repetitions are dropped, which is right
   * as these columns are the same in every repetition of an event.
   */
  among: string;
  /** Of an event: which steps it is, a bit for each. */
  mask: string;
  /** Of a session's events grouped: for each step the times of the furthest chain that reached it, empty where none did. */
  chains: string;
  parameters: Parameters;
}

/** As many bits as a mask has. */
export const MOST_STEPS = 8;

/** Steps in order, each `event:NAME`, `page:PATH` or `click:ELEMENT`, from the first to the last within a time. Places begin with `prefix`. */
export function stepsOf(steps: readonly string[], within: number | undefined, prefix: string): Steps {
  const conditions = steps.slice(0, MOST_STEPS).map((step, index) => conditionOf(step, `${prefix}Step${index}`));
  const isStep = conditions.map(({ sql }, index) => `toUInt8(${sql}) * ${2 ** index}`);
  const start = 'if(place = 1, event.1, chains[place - 1][1])';
  const inTime = within === undefined ? '' : ` AND event.1 - chains[place - 1][1] <= {${prefix}Within:Int64}`;
  // The first chain stands; one that began later can only do more where time is short.
  const better = within === undefined ? 'empty(chain)' : `(empty(chain) OR (place < length(chains) AND chain[1] < ${start}))`;
  // An event continues the chain of the step before as that stood before it, so it is no two steps of one chain.
  const next = `if(bitTest(event.4, place - 1) AND (place = 1 OR (notEmpty(chains[place - 1])${inTime})) AND ${better},
    if(place = 1, [event.1], arrayPushBack(chains[place - 1], event.1)), chain)`;
  const names = conditions.flatMap(({ name }) => (name === undefined ? [] : [name]));
  const isAny = conditions.some(({ name }) => name === undefined);
  const isPage = names.some((own) => own.includes('pageView')) ? " OR dialect != 'native'" : '';
  return {
    among: isAny ? 'true' : `(name IN {${prefix}Names:Array(String)}${isPage})`,
    mask: `toUInt8(${isStep.join(' + ')})`,
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
  sql: string;
  values: Parameters;
  /** What such events are called, where that is known. */
  name: string[] | undefined;
}

function conditionOf(step: string, place: string): StepCondition {
  const colon = step.indexOf(':');
  const [kind, text] = colon < 0 ? ['event', step] : [step.slice(0, colon), step.slice(colon + 1)];
  const isPattern = text.includes('*');
  const given = isPattern ? likePattern(text) : text;
  const is = (column: string) => `${column} ${isPattern ? 'LIKE' : '='} {${place}:String}`;
  const values = { [place]: given };
  if (kind === 'page') return { sql: `((name = 'pageView' OR dialect != 'native') AND ${is('path(url)')})`, values, name: ['pageView'] };
  if (kind === 'click') return { sql: `(name IN ('click', 'mouseClick') AND ${is('path')})`, values, name: ['click', 'mouseClick'] };
  if (kind === 'event') return { sql: `(${is('name')})`, values, name: isPattern ? undefined : [text] };
  // A name may hold a colon of its own.
  return { sql: `(name = {${place}:String})`, values: { [place]: step }, name: [step] };
}

const likePattern = (text: string): string => text.replaceAll(/[\\%_]/g, '\\$&').replaceAll('*', '%');
