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
    if (check.Check(value)) return { value };
    const [first] = check.Errors(value);
    return { error: new SchemaMismatch(first ? mismatch(first, value) : { message: 'not what was expected' }) };
  };
};

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
