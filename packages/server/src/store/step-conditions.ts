import type { Parameters } from './ask.ts';
import { CLICK_NAMES, IS_CLICK, IS_VIEW } from './event-kinds.ts';

/** As many bits as a mask has. */
export const MOST_STEPS = 8;

/** What is asked of an event for it to be a step. */
export interface StepCondition {
  /** On rows of `events`. */
  recorded?: string;
  /** On a landmark of a session's way, of which `name`, `page` and `isView` are known; left out where it can be none. */
  onWay?: string;
  /** On a click of a session, of which `name` and `path` are known; left out where it can be none. */
  onClick?: string;
  /** On a whole session, at little cost: whether it may have such an event at all; left out where that costs as much. */
  mayHave?: { sql: string; of: 'wayNames' | 'clickPaths' };
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
  const is = (column: string) => (text === '*' ? 'true' : `${column} ${isPattern ? 'LIKE' : '='} {${place}:String}`);
  const values = { [place]: given };
  const has = (of: 'wayNames' | 'clickPaths') => ({ mayHave: { sql: `has(${of}, {${place}:String})`, of } });
  if (kind === 'page')
    return { recorded: `(${IS_VIEW} AND ${is('page')})`, onWay: `(isView AND ${is('page')})`, values, names: ['pageView'] };
  if (kind === 'click')
    return {
      recorded: `(${IS_CLICK} AND ${is('path')})`,
      onClick: is('path'),
      ...(!isPattern && has('clickPaths')),
      values,
      names: [...CLICK_NAMES],
    };
  if (kind === 'event')
    return {
      recorded: `(${is('name')})`,
      onWay: is('name'),
      ...((isPattern || CLICK_NAMES.includes(text)) && { onClick: is('name') }),
      ...(!isPattern && !CLICK_NAMES.includes(text) && has('wayNames')),
      values,
      names: isPattern ? undefined : [text],
    };
  if (kind === 'derived') return { derived: is('name'), values, names: [] };
  // A name may hold a colon of its own.
  const isNamed = `name = {${place}:String}`;
  return { recorded: `(${isNamed})`, onWay: isNamed, ...has('wayNames'), values: { [place]: step }, names: [step] };
}

/** Whether a step is told by what is known of sessions, without their events. */
export const isKept = ({ onWay, onClick }: StepCondition): boolean => onWay !== undefined || onClick !== undefined;

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
