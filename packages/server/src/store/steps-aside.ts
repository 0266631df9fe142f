import type { Parameters } from './ask.ts';
import { IS_CLICK } from './event-kinds.ts';
import { amongOf, conditionsOfSteps, isKept } from './step-conditions.ts';

/**
 * The sessions that did steps which what is kept of them does not tell: of native clients an interaction that is called as a page's own event is, of
 * foreign ones a click on an element that is asked for. Undefined where no step is told by that.
 */
export function stepsAside(steps: readonly string[], prefix: string): { sessions: string; parameters: Parameters } | undefined {
  const conditions = conditionsOfSteps(steps, prefix);
  if (!conditions.every(isKept)) return undefined;
  const names = conditions.flatMap(({ names: own }) => own ?? []);
  const foreign = conditions.some(({ onWay }) => onWay === undefined) ? ` OR (dialect != 'native' AND ${IS_CLICK})` : '';
  return {
    sessions: `SELECT session FROM events PREWHERE flight = {flight:String} AND NOT isLandmark
      AND ((dialect = 'native' AND NOT ${IS_CLICK})${foreign}) AND ${amongOf(conditions, prefix)}`,
    parameters: Object.assign({ [`${prefix}Names`]: [...new Set(names)] }, ...conditions.map(({ values }) => values)),
  };
}
