import type { SessionFilter } from '@sightline/protocol';
import type { Parameters } from './ask.ts';
import { beside } from './beside.ts';
import type { KnownSessions } from './known-sessions.ts';
import { ofSessions } from './of-sessions.ts';

/** A filter, and what is known of its flight's sessions. */
export interface Asked {
  filter: SessionFilter;
  known: KnownSessions | undefined;
}

/** Which of one or two filters of a flight mean a row's session, as parts of a statement. */
export interface OfGroups {
  /** A condition: that one does. */
  sql: string;
  /** A number with a bit for each that does. */
  groups: string;
  /** Conditions on that, as `groups`: that the one, that the other does. */
  each: readonly string[];
  parameters: Parameters;
}

/** The same as `ofSessions`, of one group of sessions or of two at once. A session that both filters mean is in both. */
export function ofGroups(one: Asked, other: Asked | undefined, at: number, id?: string): OfGroups {
  const conditionOf = ({ filter, known }: Asked) => ofSessions(filter, at, { id, known });
  const first = conditionOf(one);
  if (other === undefined) return { ...first, groups: '1', each: ['true'] };
  const given = conditionOf(other);
  const second = beside(given.sql, given.parameters);
  return {
    sql: `(${first.sql} OR ${second.sql})`,
    groups: `(toUInt8(${first.sql}) + toUInt8(${second.sql}) * 2)`,
    each: ['bitTest(groups, 0)', 'bitTest(groups, 1)'],
    parameters: { ...first.parameters, ...second.parameters },
  };
}
