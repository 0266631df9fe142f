/** `?a=1&b=2` of what is given; a list stands as often as it has members. Empty where nothing is. */
export function query(given: Record<string, unknown>): string {
  const pairs = Object.entries(given).flatMap(([name, value]) =>
    value === undefined ? [] : (Array.isArray(value) ? value : [value]).map((each) => [name, String(each)]),
  );
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs)}`;
}
