import type { Parameters } from './ask.ts';
import { IS_VIEW } from './landmark-events.ts';

/** As many bits as a mask has. */
export const MOST_STEPS = 8;

/** What is asked of an event for it to be a step. */
export interface StepCondition {
  /** On rows of `events` and of `landmarks`. */
  recorded?: string;
  /** On a landmark of a session's way, of which `name`, `page` and `isView` are known; left out where those do not tell. */
  onWay?: string;
  /** On a whole way, at little cost: whether it may have such a landmark at all; left out where that costs as much. */
  mayBeOn?: string;
  /** On rows of `derived`. */
  derived?: string;
  values: Parameters;
  /** What such recorded events are called, where that is known. */
  names: string[] | undefined;
}

/** Reads a step; its place is filled by `values`. */
export function conditionOf(step: string, place: string): StepCondition {
  const colon = step.indexOf(':');
  const [kind, text] = colon < 0 ? ['event', step] : [step.slice(0, colon), step.slice(colon + 1)];
  const isPattern = text.includes('*');
  const given = isPattern ? likePattern(text) : text;
  const is = (column: string) => `${column} ${isPattern ? 'LIKE' : '='} {${place}:String}`;
  const isOn = `has(wayNames, {${place}:String})`;
  const values = { [place]: given };
  if (kind === 'page')
    return { recorded: `(${IS_VIEW} AND ${is('page')})`, onWay: `(isView AND ${is('page')})`, values, names: ['pageView'] };
  if (kind === 'click') return { recorded: `(name IN ('click', 'mouseClick') AND ${is('path')})`, values, names: ['click', 'mouseClick'] };
  if (kind === 'event')
    return {
      recorded: `(${is('name')})`,
      onWay: is('name'),
      ...(!isPattern && { mayBeOn: isOn }),
      values,
      names: isPattern ? undefined : [text],
    };
  if (kind === 'derived') return { derived: is('name'), values, names: [] };
  // A name may hold a colon of its own.
  const isNamed = `name = {${place}:String}`;
  return { recorded: `(${isNamed})`, onWay: isNamed, mayBeOn: isOn, values: { [place]: step }, names: [step] };
}

const likePattern = (text: string): string => text.replaceAll(/[\\%_]/g, '\\$&').replaceAll('*', '%');

/** The conditions of steps; places begin with `prefix`. */
export const conditionsOfSteps = (steps: readonly string[], prefix: string): StepCondition[] =>
  steps.slice(0, MOST_STEPS).map((step, index) => conditionOf(step, `${prefix}Step${index}`));

/** Which events can be steps: looked at first, by columns that cost little. */
export function amongOf(conditions: readonly StepCondition[], prefix: string): string {
  const any = conditions.map(({ recorded }) => recorded).join(' OR ');
  if (conditions.some(({ names }) => names === undefined)) return `(${any})`;
  const isView = conditions.some(({ names }) => names?.includes('pageView')) ? ` OR ${IS_VIEW}` : '';
  return `(name IN {${prefix}Names:Array(String)}${isView}) AND (${any})`;
}
