const NESTING = 24;

/**
 * Any value as JSON text, taken at once, so that later changes by the page do not reach the log. What JSON cannot say is named
 * in its place: `[circular]`, `[element]`, `[function]`, `[too deep]`; `[unreadable]` where a getter of the page throws.
 */
export function safeJson(value: unknown): string {
  const above: unknown[] = [];
  try {
    return (
      JSON.stringify(value, function (this: unknown, _key, inner: unknown) {
        // `this` holds the value: whatever was entered since is left again.
        while (above.length > 0 && above.at(-1) !== this) above.pop();
        if (typeof inner === 'bigint') return `${inner}`;
        if (typeof inner === 'number' && !Number.isFinite(inner)) return `[${inner}]`;
        if (typeof inner === 'function' || typeof inner === 'symbol') return `[${typeof inner}]`;
        if (!isObject(inner)) return inner;
        if ('nodeType' in inner) return '[element]';
        if (above.includes(inner)) return '[circular]';
        if (above.length >= NESTING) return '[too deep]';
        above.push(inner);
        return inner;
      }) ?? 'null'
    );
  } catch {
    // A getter or `toJSON` of the page threw: its own business, and no reason to lose the event.
    return '"[unreadable]"';
  }
}

const isObject = (value: unknown): value is object => Object(value) === value;
