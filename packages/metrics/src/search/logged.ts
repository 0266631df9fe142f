import type { MeasuredEvent } from '../metric.ts';

/** What an event says under a name: in its details, its metadata, or the values submitted with it. */
export function logged({ details, metadata }: MeasuredEvent, field: string): unknown {
  if (Object.hasOwn(details, field)) return details[field];
  const sourced = metadata?.find(({ name }) => name === field);
  if (sourced) return sourced.value;
  const submitted = details.submissionValues;
  if (!Array.isArray(submitted)) return undefined;
  const entry: unknown = submitted.find((one: unknown) => typeof one === 'object' && one !== null && 'name' in one && one.name === field);
  return entry && typeof entry === 'object' && 'value' in entry ? entry.value : undefined;
}
