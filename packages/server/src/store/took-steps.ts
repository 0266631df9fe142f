import { furthestWithin, tookAll } from './furthest-steps.ts';
import { keptSteps } from './kept-steps.ts';
import type { KnownSessions } from './known-sessions.ts';
import type { SessionCondition } from './session-condition.ts';
import { conditionsOfSteps, isKept } from './step-conditions.ts';
import { stepsOf } from './steps.ts';

/**
 * That a session took all steps, in order. Where its row tells them it is asked of the row: looking for such sessions in a table of walks would read
 * the table of sessions a second time.
 */
export function tookSteps(steps: readonly string[], within: number | undefined, known: KnownSessions): SessionCondition {
  const prefix = 'filter';
  const conditions = conditionsOfSteps(steps, prefix);
  const { walks, parameters } = stepsOf({ steps, within, prefix, known, all: true });
  if (known.areSomeAside || !conditions.every(isKept))
    return { sql: `session IN (SELECT session FROM ${walks} WHERE length(gaps) = ${conditions.length})`, values: parameters };
  const { masks, times, ofMasks, ofTimes, mayHave } = keptSteps(conditions);
  const took =
    within === undefined
      ? tookAll(conditions.length)
      : `notEmpty(${times} AS times) AND length(${furthestWithin(conditions.length, `{${prefix}Within:Int64}`)}) = ${conditions.length}`;
  return {
    sql: `${mayHave.sql} AND notEmpty(${masks} AS masks) AND ${took}`,
    values: parameters,
    of: [...mayHave.of, ...ofMasks, ...(within === undefined ? [] : ofTimes)],
  };
}
