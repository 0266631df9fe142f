import type { FastifySchemaCompiler } from 'fastify';
import { Type, type TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { Value } from 'typebox/value';

/** Checks what comes in against the protocol's schemas, compiled; texts of a path or query become the numbers they stand for. */
export const schemaCompiler: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  const check = Compile(schema);
  const isText = httpPart === 'querystring' || httpPart === 'params';
  return (given: unknown) => {
    const value = isText ? Value.Convert(schema, given) : given;
    if (check.Check(value)) {
      const problem = unstorable(value, '');
      return problem ? { error: new SchemaMismatch(problem) } : { value };
    }
    const [first] = check.Errors(value);
    return { error: new SchemaMismatch(first ? mismatch(first, value) : { message: 'not what was expected' }) };
  };
};

const NUL = '\u0000';

/** What fits its schema, but no database can take: where it is, and what is wrong with it. */
function unstorable(value: unknown, field: string): { field?: string; message: string } | undefined {
  const refused = (message: string) => ({ ...(field && { field }), message });
  if (typeof value === 'string')
    return value.includes(NUL) ? refused(`must not hold the character U+0000, got ${JSON.stringify(value.slice(0, 100))}`) : undefined;
  if (typeof value === 'number') {
    return Number.isInteger(value) && !Number.isSafeInteger(value)
      ? refused(`must be between -${Number.MAX_SAFE_INTEGER} and ${Number.MAX_SAFE_INTEGER}, got ${value}`)
      : undefined;
  }
  if (!isObject(value)) return undefined;
  for (const [name, inner] of Object.entries(value)) {
    const problem = name.includes(NUL)
      ? refused('must not hold a name with the character U+0000')
      : unstorable(inner, field ? `${field}.${name}` : name);
    if (problem) return problem;
  }
  return undefined;
}

/** Says which field of a request is not as its schema wants it. */
export class SchemaMismatch extends Error {
  readonly field: string | undefined;

  constructor({ field, message }: { field?: string; message: string }) {
    super(field ? `${field}: ${message}` : message);
    this.field = field;
  }
}

type SchemaError = ReturnType<ReturnType<typeof Compile<ReturnType<typeof Type.Unknown>>>['Errors']>[number];

function mismatch({ instancePath, keyword, message, params }: SchemaError, value: unknown): { field?: string; message: string } {
  const path = instancePath.split('/').slice(1).map(unescaped);
  if (keyword === 'required' && 'requiredProperties' in params) {
    return { field: [...path, params.requiredProperties[0]].join('.'), message: 'is missing' };
  }
  const given = path.reduce<unknown>((inner, key) => (isObject(inner) ? inner[key] : undefined), value);
  const field = path.join('.');
  // What was given under a name like password is nobody's to repeat.
  const shown = /password|code/.test(field) || isObject(given) ? '' : `, got ${JSON.stringify(given)}`;
  if ((given === undefined || given === null) && path.length === 0)
    return { message: 'The request has no body; a JSON object is expected' };
  return { ...(field && { field }), message: `${message}${shown}` };
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const unescaped = (part: string) => part.replaceAll('~1', '/').replaceAll('~0', '~');
