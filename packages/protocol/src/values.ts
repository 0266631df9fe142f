import { Type } from 'typebox';

export type JsonObject = Record<string, unknown>;
/** Any JSON object: the page's own fields, kept as they came. Not a `Type.Record`, whose compiled check tests every key against a pattern. */
export const JsonObject = Type.Unsafe<JsonObject>(Type.Object({}));

/**
 * A client's UNIX time. PROTOCOL.md writes seconds as text (`"641143800"`); Sightline sends milliseconds as a number.
 * Values under 1e11 are seconds, others milliseconds.
 */
export const UnixTime = Type.Union([Type.Number(), Type.String({ pattern: '^\\d{1,16}(\\.\\d+)?$' })], {
  description: 'UNIX time on the client’s clock: milliseconds, or seconds when under 1e11.',
});

/** The study's own fields; `null` deletes a field in a change. */
export const ApplicationSpecificData = Type.Unsafe<JsonObject>(
  Type.Object({}, { description: 'The study’s own fields, attached by value to every event.' }),
);

/** Milliseconds since 1970 of a `UnixTime`, or undefined where it is none. */
export function unixMs(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isFinite(number) || number < 0) return undefined;
  const ms = number < 1e11 ? number * 1_000 : number;
  return ms <= MAX_MS ? Math.round(ms) : undefined;
}

/** 2200-01-01: what a DateTime64 column surely holds. */
const MAX_MS = 7_258_118_400_000;
