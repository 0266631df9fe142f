import type { Parameters } from './ask.ts';
import { amongOf, conditionsOfSteps } from './step-conditions.ts';

/**
 * The sessions of native clients that did steps which their ways do not tell of: an interaction that is called as a page's own event is. Undefined
 * where no step is told by ways.
 */
export function stepsAside(steps: readonly string[], prefix: string): { sessions: string; parameters: Parameters } | undefined {
  const conditions = conditionsOfSteps(steps, prefix);
  if (conditions.some(({ onWay }) => onWay === undefined)) return undefined;
  const names = conditions.flatMap(({ names: own }) => own ?? []);
  return {
    sessions: `SELECT session FROM events PREWHERE flight = {flight:String} AND NOT isLandmark AND dialect = 'native' AND ${amongOf(conditions, prefix)}`,
    parameters: Object.assign({ [`${prefix}Names`]: [...new Set(names)] }, ...conditions.map(({ values }) => values)),
  };
}
