import { EXPORT_TABLES } from '@sightline/protocol';

/** Every table that can be chosen. */
export const TABLE_NAMES: readonly string[] = EXPORT_TABLES.map(({ name }) => name);

/** Tables as the URL carries them; all of them leave no trace. */
export function writeTables(names: readonly string[]): string | undefined {
  const known = TABLE_NAMES.filter((name) => names.includes(name));
  return known.length === TABLE_NAMES.length ? undefined : known.join(',');
}

/** The tables that a URL's text names; a name that is none is left out. */
export const readTables = (text: string | undefined): string[] =>
  text === undefined ? [...TABLE_NAMES] : TABLE_NAMES.filter((name) => text.split(',').includes(name));
