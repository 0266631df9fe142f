/** What is wrong with a value, and where. */
export interface Problem {
  /** Path of the field, with dots; empty for the value itself. */
  field: string;
  reason: string;
}

/** The part of a compiled schema that explains a failed check. */
export interface Explains {
  Errors(value: unknown): { keyword: string; instancePath: string; params: object; message: string }[];
}

/** The first thing wrong with a value that failed its check: what it is, what was expected, what was given. */
export function problemOf(check: Explains, value: unknown, whole = 'the body'): Problem {
  const errors = check.Errors(value);
  const first = errors[0];
  if (first === undefined) return { field: '', reason: 'not as expected' };
  const path = first.instancePath.split('/').slice(1);
  if (first.keyword === 'required') {
    const field = [...path, ...('requiredProperties' in first.params ? [firstOf(first.params.requiredProperties)] : [])].join('.');
    return { field, reason: `${field} is missing` };
  }
  const field = path.join('.');
  const expected = new Set(
    errors.filter(({ instancePath, keyword }) => instancePath === first.instancePath && keyword !== 'anyOf').map(expectation),
  );
  return { field, reason: `${field || whole} must be ${[...expected].join(' or ')}, got ${shown(at(value, path))}` };
}

const firstOf = (names: unknown): string => (Array.isArray(names) ? String(names[0]) : '');

const TYPES: Record<string, string> = {
  number: 'a number',
  integer: 'a whole number',
  string: 'text',
  boolean: 'true or false',
  object: 'an object',
  array: 'an array',
  null: 'null',
};
const SAMPLE_UUID = '00000000-0000-4000-8000-000000000000';

function expectation({ keyword, params, message }: { keyword: string; params: object; message: string }): string {
  const given = params as Record<string, unknown>;
  if (keyword === 'type') return TYPES[String(given.type)] ?? String(given.type);
  if (keyword === 'const') return JSON.stringify(given.allowedValue);
  if (keyword === 'pattern') return patternSays(String(given.pattern));
  if (keyword === 'maxLength') return `at most ${String(given.limit)} characters`;
  if (keyword === 'minLength') return `at least ${String(given.limit)} characters`;
  if (keyword === 'minimum') return `at least ${String(given.limit)}`;
  if (keyword === 'maximum') return `at most ${String(given.limit)}`;
  return message.replace(/^must be /, '');
}

const patternSays = (pattern: string): string => (new RegExp(pattern).test(SAMPLE_UUID) ? 'a UUID' : `text like ${pattern}`);

const at = (value: unknown, path: string[]): unknown =>
  path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>)[key] : undefined),
    value,
  );

const SHOWN = 60;

function shown(value: unknown): string {
  if (Array.isArray(value)) return `an array of ${value.length}`;
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}… (${text.length} characters)` : text;
}
