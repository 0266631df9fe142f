const ESCAPED_SURROGATE = /\\u[dD][89a-fA-F]/;
const LONE_SURROGATE = /\p{Surrogate}/gu;

/** What a JSON text says, or undefined where it is none; half characters, which no store takes, become U+FFFD. */
export function parseJson(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // Whoever asked says what was wrong, in the words of their dialect.
    return undefined;
  }
  // Looking for a backslash first costs nothing; the pattern alone would read every text character by character.
  return text.includes('\\u') && ESCAPED_SURROGATE.test(text) ? whole(value, 0) : value;
}

/** Deeper values are refused anyway. */
const DEEPEST = 64;

function whole(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return value.replaceAll(LONE_SURROGATE, '\uFFFD');
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return value;
  if (Array.isArray(value)) return value.map((item) => whole(item, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key.replaceAll(LONE_SURROGATE, '\uFFFD'), whole(item, depth + 1)]));
}
