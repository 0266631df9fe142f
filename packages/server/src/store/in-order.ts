/**
 * An event's place among a session's, by time, tab and sequence, and with it a number up to 255 in the lowest bits: one number sorts many
 * times faster than a tuple.
 */
export const inOrder = (along: string): string =>
  `bitOr(bitOr(bitShiftLeft(toInt256(at), 168), bitShiftLeft(toInt256(reinterpretAsUInt128(tab)), 40)), toInt256(bitShiftLeft(toUInt64(sequence), 8) + ${along}))`;
