import type { FoundPerson } from './find-person.ts';

/** The console calls a visitor without a name by so much of the id. */
const SHORT_ID = 8;

/** What has to be typed to erase somebody: their name, or the beginning of a visitor’s id. */
export const nameToType = ({ label, key }: Pick<FoundPerson, 'label' | 'key'>): string =>
  label ?? (key.visitors[0] ?? '').slice(0, SHORT_ID);
