/**
 * JSON as Python's `json.dumps` writes it by default: a space after `,` and `:`, and nothing but ASCII. Undefined fields are left
 * out, as `JSON.stringify` does.
 */
export function pythonJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => pythonJson(item ?? null)).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value).filter(([, field]) => field !== undefined);
    return `{${fields.map(([key, field]) => `${text(key)}: ${pythonJson(field)}`).join(', ')}}`;
  }
  return typeof value === 'string' ? text(value) : (JSON.stringify(value) ?? 'null');
}

const text = (string: string): string =>
  JSON.stringify(string).replaceAll(/[\u007F-\uFFFF]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
