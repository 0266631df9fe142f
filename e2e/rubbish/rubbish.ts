/** What an OpenAPI document says of a place in a request: as much of it as rubbish needs. */
export interface Schema {
  type?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  anyOf?: Schema[];
  const?: unknown;
}

const LONG = 'x'.repeat(5_000);

/** Ids that are nothing's. */
export const NO_IDS = [
  '00000000-0000-4000-8000-000000000000',
  'nothing',
  "' OR 1=1 --",
  '../../etc/passwd',
  '%00',
  '💥',
  LONG.slice(0, 1_000),
];

/** Values of the wrong kind for each kind of query field. */
export const WRONG_QUERY: Record<string, readonly string[]> = {
  integer: ['soon', '1.5', '-1', '1e400', '99999999999999999999'],
  number: ['soon', '1e400'],
  boolean: ['maybe', '2'],
  string: [LONG, '\u0000', "'); DROP TABLE events; --", '{flight:String}'],
  array: [LONG, '\u0000'],
};

/** Bodies that no route can mean. */
export const NO_BODIES = [
  '',
  'null',
  '[]',
  '"text"',
  '7',
  '{',
  '{"a":',
  '{"__proto__":{"admin":true}}',
  JSON.stringify({ nonsense: true }),
];

/** Values of the wrong kind for a field of a body. */
export const WRONG_VALUES: readonly unknown[] = [null, true, -1, 1.5, 1e308, '', LONG, '\u0000', [], [null], {}, { a: { b: { c: {} } } }];

/** Takes so many of a list in turn, so that all of them come up somewhere and not everything everywhere. */
export function inTurn<Item>(list: readonly Item[], many: number): () => Item[] {
  let next = 0;
  return () => Array.from({ length: many }, () => list[(next += 1) % list.length] as Item);
}

/** A body for a schema with one field after another of the wrong kind, and each that is needed left out. */
export function* wrongBodies(schema: Schema, values: () => readonly unknown[]): Generator<string> {
  const properties = Object.entries(schema.properties ?? {});
  const whole = Object.fromEntries(properties.map(([name, property]) => [name, plausible(property)]));
  for (const [name] of properties) {
    for (const value of values()) yield JSON.stringify({ ...whole, [name]: value });
    if (schema.required?.includes(name)) yield JSON.stringify({ ...whole, [name]: undefined });
  }
}

/** Something that a schema may take. */
export function plausible(schema: Schema): unknown {
  if (schema.const !== undefined) return schema.const;
  const [first] = schema.anyOf ?? [];
  if (first) return plausible(first);
  if (schema.type === 'object') {
    return Object.fromEntries(
      Object.entries(schema.properties ?? {}).flatMap(([name, property]) =>
        schema.required?.includes(name) ? [[name, plausible(property)]] : [],
      ),
    );
  }
  const values: Record<string, unknown> = { string: 'text', integer: 1, number: 1, boolean: true, array: [], null: null };
  return values[schema.type ?? ''] ?? null;
}
