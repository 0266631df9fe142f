import { safeJson } from '../../recorder/safe-json.ts';

/** What the page changes in its own object later does not reach the log. */
export const copyOf = (value: Record<string, unknown>): Record<string, unknown> => JSON.parse(safeJson(value));
