import type { Parameters } from './ask.ts';
import type { SessionColumn } from './session-table.ts';

/** What is asked of a row of `sessionTable`. */
export interface SessionCondition {
  sql: string;
  values: Parameters;
  /** The columns it looks at, beside the session. */
  of?: readonly SessionColumn[];
}
