/** What was found wrong, and which keys are not known, each with its path. */
export interface Findings {
  problems: string[];
  unknown: { path: string; key: string; known: readonly string[] }[];
}

/** Looks at the value at a path. */
export type Shape = (value: unknown, path: string, findings: Findings) => void;

/** A value of a kind that a test knows. */
export const expects =
  (expected: string, test: (value: unknown) => boolean): Shape =>
  (value, path, { problems }) => {
    if (!test(value)) problems.push(`${path || 'the configuration'}: expected ${expected}, got ${named(value)}`);
  };

export const text = expects('a text', (value) => typeof value === 'string' && value !== '');
export const flag = expects('true or false', (value) => typeof value === 'boolean');
export const number = expects('a number', (value) => typeof value === 'number' && !Number.isNaN(value));
export const anything: Shape = () => undefined;
const object = expects('an object', isPlain);
const list = expects('a list', Array.isArray);

/** One of some texts. */
export const oneOf = (...texts: string[]): Shape =>
  expects(texts.map((given) => `"${given}"`).join(' or '), (value) => texts.includes(value as string));

/** A list of values of one shape. */
export const listOf =
  (item: Shape): Shape =>
  (value, path, findings) => {
    list(value, path, findings);
    if (Array.isArray(value)) value.forEach((each, index) => item(each, `${path}[${index}]`, findings));
  };

/** An object with any keys, and values of one shape. */
export const recordOf =
  (item: Shape): Shape =>
  (value, path, findings) => {
    object(value, path, findings);
    if (isPlain(value)) for (const [key, each] of Object.entries(value)) item(each, `${path}.${key}`, findings);
  };

/** An object with these keys; those in `required` must be there, and others are warned about. */
export const objectWith =
  (fields: Record<string, Shape>, required: readonly string[] = []): Shape =>
  (value, path, findings) => {
    object(value, path, findings);
    if (!isPlain(value)) return;
    const under = path && `${path}.`;
    for (const key of required) if (value[key] === undefined) findings.problems.push(`${under}${key}: is missing`);
    for (const [key, each] of Object.entries(value)) {
      const shape = Object.hasOwn(fields, key) ? fields[key] : undefined;
      if (shape) {
        if (each !== undefined) shape(each, under + key, findings);
        continue;
      }
      findings.unknown.push({ path: under + key, key, known: Object.keys(fields) });
    }
  };

/** Both shapes. */
export const both =
  (...shapes: Shape[]): Shape =>
  (value, path, findings) => {
    for (const shape of shapes) shape(value, path, findings);
  };

export function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export const named = (value: unknown): string =>
  typeof value === 'string' ? `"${value.slice(0, 100)}"` : Array.isArray(value) ? 'a list' : isPlain(value) ? 'an object' : String(value);
