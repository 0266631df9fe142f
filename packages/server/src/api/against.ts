import { SessionFilter } from '@sightline/protocol';
import { Compile } from 'typebox/compile';
import { Value } from 'typebox/value';

/** The filter that a query string of its own stands for; else what is wrong with it. */
export function againstOf(text: string): SessionFilter | string {
  const lists = new Map<string, string[]>();
  for (const [name, value] of new URLSearchParams(text)) lists.set(name, [...(lists.get(name) ?? []), value]);
  const single = ([name, values]: [string, string[]]) => [name, values.length === 1 ? values[0] : values];
  const given = Value.Convert(SessionFilter, Object.fromEntries([...lists].map(single)));
  if (FILTER.Check(given)) return given as SessionFilter;
  const [problem] = FILTER.Errors(given);
  return `against: expected a filter as a query string, got ${JSON.stringify(text)}: ${problem?.instancePath.slice(1) ?? ''} ${problem?.message ?? ''}`;
}

const FILTER = Compile(SessionFilter);
