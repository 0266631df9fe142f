/**
 * A table of a flight's events that a condition holds for, with columns that both tables of events have (`migrations/0008-landmarks.ts`), or what is worked
 * out of them. Landmarks come from their own table, which is a twentieth of all events, and only
 * the others from among all. The condition is looked at before copies of an event are sorted out, so it must be about columns that are
 * the same in each of them: not `at`. `as: 'stored'` leaves copies in, for questions that count sessions or names only.
 */
export function landmarkEvents({ select, where, as }: { select: string; where: string; as: 'once' | 'stored' }): string {
  const from = (table: string, among: string) =>
    `SELECT ${select} FROM ${table} ${as === 'once' ? 'FINAL ' : ''}PREWHERE flight = {flight:String} AND ${among}${where}`;
  // In this order: few events are left by three columns of a byte each, before the condition reads longer ones.
  return `(${from('landmarks', '')} UNION ALL ${from('events', 'NOT isLandmark AND ')})`;
}

/** A view of a page: foreign clients tell none, so there each event stands for one. */
export const IS_VIEW = "(name = 'pageView' OR dialect != 'native')";

/** What a click is called. */
export const CLICK_NAMES: readonly string[] = ['click', 'mouseClick'];
export const IS_CLICK = `name IN (${CLICK_NAMES.map((name) => `'${name}'`).join(', ')})`;

/** A click of a native client: those of foreign ones are on their ways. */
export const IS_NATIVE_CLICK = `(dialect = 'native' AND ${IS_CLICK})`;

/**
 * An event's place among a session's, by time, tab and sequence, and with it a number up to 255 in the lowest bits: one number sorts many
 * times faster than a tuple.
 */
export const inOrder = (along: string): string =>
  `bitOr(bitOr(bitShiftLeft(toInt256(at), 168), bitShiftLeft(toInt256(reinterpretAsUInt128(tab)), 40)), toInt256(bitShiftLeft(toUInt64(sequence), 8) + ${along}))`;
