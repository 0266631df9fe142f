import type { TSchema } from 'typebox';

/** How a column is written in every format; `instant` is a time in milliseconds since 1970, UTC. */
export const COLUMN_KINDS = ['text', 'integer', 'number', 'boolean', 'instant', 'json'] as const;
export type ColumnKind = (typeof COLUMN_KINDS)[number];

/** One column of an exported table, as its codebook tells it. */
export interface Column {
  name: string;
  kind: ColumnKind;
  /** Empty where the value is not known. */
  nullable: boolean;
  /** `ms`, `count`, `px`; empty where it has none. */
  unit: string;
  meaning: string;
  /** All values there can be, where they are few. */
  values?: readonly string[];
  /** The definition's `name@version` and parameters, where a metric gives the value. */
  definition?: string;
  parameters?: Readonly<Record<string, unknown>>;
}

type Told = Partial<Omit<Column, 'name'>>;

/** A column out of the schema that describes the same value on the wire, so that the codebook says what the protocol says. */
export function columnOf(name: string, schema: TSchema, told: Told = {}): Column {
  const parts = alternatives(schema);
  const known = parts.filter(({ type }) => type !== 'null');
  const values = known.flatMap((part) => (typeof part.const === 'string' ? [part.const] : []));
  return {
    name,
    kind: kindOf(known[0]),
    nullable: known.length < parts.length,
    unit: '',
    meaning: String((schema as Described).description ?? known[0]?.description ?? ''),
    ...(values.length > 0 && values.length === known.length && { values }),
    ...told,
  };
}

/** A column that no schema of the wire describes. */
export const column = (name: string, kind: ColumnKind, meaning: string, told: Told = {}): Column => ({
  name,
  kind,
  nullable: false,
  unit: kind === 'instant' ? INSTANT_UNIT : '',
  meaning,
  ...told,
});

/** The unit of instants, in whatever form a format writes them. */
export const INSTANT_UNIT = 'ms since 1970-01-01 UTC';

interface Described {
  type?: string;
  const?: unknown;
  description?: string;
  anyOf?: Described[];
}

const alternatives = (schema: TSchema): Described[] => (schema as Described).anyOf ?? [schema as Described];

const KINDS: Record<string, ColumnKind> = { integer: 'integer', number: 'number', boolean: 'boolean', object: 'json', array: 'json' };
const kindOf = (schema: Described | undefined): ColumnKind => KINDS[schema?.type ?? ''] ?? 'text';
