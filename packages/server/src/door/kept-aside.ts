import type { RefusedRow } from '../batch.ts';

const BODY = 4_096;
const SHOWN_DEPTH = 8;

/** An event, chunk or asset that could not be read, as it is kept. */
export const keptAside = (event: unknown, reason: string, kind?: RefusedRow['kind']): RefusedRow => ({
  ...(kind !== undefined && { kind }),
  sequence: sequenceOf(event),
  reason,
  body: bodyOf(event).slice(0, BODY),
});

function sequenceOf(event: unknown): number | null {
  if (typeof event !== 'object' || event === null || !('sequence' in event)) return null;
  const { sequence } = event;
  return typeof sequence === 'number' && Number.isInteger(sequence) && sequence >= 0 && sequence <= 4_294_967_295 ? sequence : null;
}

function bodyOf(event: unknown): string {
  try {
    return JSON.stringify(event) ?? '';
  } catch {
    // Nested too deeply for JSON.stringify: its upper levels say enough.
    return JSON.stringify(upper(event, SHOWN_DEPTH));
  }
}

function upper(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (depth === 0) return '…';
  if (Array.isArray(value)) return value.slice(0, BODY).map((item) => upper(item, depth - 1));
  return Object.fromEntries(
    Object.entries(value)
      .slice(0, BODY)
      .map(([key, item]) => [key, upper(item, depth - 1)]),
  );
}
