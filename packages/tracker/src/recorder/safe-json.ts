const NESTING = 24;

/**
 * Any value as JSON text, taken at once, so that later changes by the page do not reach the log. What JSON cannot say is named
 * in its place: `[circular]`, `[element]`, `[too deep]`, `[unreadable]`.
 */
export function safeJson(value: unknown): string {
  return JSON.stringify(plain(value, []) ?? null);
}

function plain(value: unknown, above: object[]): unknown {
  if (typeof value === 'bigint') return String(value);
  if (typeof value === 'number' && !Number.isFinite(value)) return `[${value}]`;
  if (typeof value === 'function' || typeof value === 'symbol') return `[${typeof value}]`;
  if (typeof value !== 'object' || value === null) return value;
  if (above.includes(value)) return '[circular]';
  if (above.length >= NESTING) return '[too deep]';
  try {
    if ('nodeType' in value) return '[element]';
    const path = [...above, value];
    if ('toJSON' in value && typeof value.toJSON === 'function') return plain(value.toJSON(), path);
    if (Array.isArray(value)) return value.map((item) => plain(item, path) ?? null);
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item, path)]));
  } catch {
    // A getter or `toJSON` of the page threw: its own business, and no reason to lose the event.
    return '[unreadable]';
  }
}
