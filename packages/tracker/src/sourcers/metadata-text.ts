import type { MetadataEntry } from '@sightline/protocol';
import { safeJson } from '../recorder/safe-json.ts';

/** One value: room for the text of a paragraph, not for a page's markup. */
const VALUE_CHARACTERS = 20_000;

/** Metadata as the inside of a JSON object, each value on its own: one that JSON cannot say, or that is huge, costs no other. */
export const metadataText = (metadata: readonly MetadataEntry[]): string => `"metadata":[${metadata.map(entryText).join()}]`;

function entryText({ name, value, problem }: MetadataEntry): string {
  const text = safeJson(value);
  if (text.length <= VALUE_CHARACTERS)
    return `{"name":${JSON.stringify(name)},"value":${text}${problem ? `,"problem":${JSON.stringify(problem)}` : ''}}`;
  const cut = (typeof value === 'string' ? value : text).slice(0, VALUE_CHARACTERS);
  return JSON.stringify({ name, value: cut, problem: `the value has ${text.length} characters, at most ${VALUE_CHARACTERS} are kept` });
}
