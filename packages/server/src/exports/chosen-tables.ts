import type { ExportFormat } from './export-format.ts';
import type { TableSource } from './table-source.ts';

/** The tables of a format by their names, in the order of the format; all where none is named. A text says what is wrong. */
export function chosenTables(format: ExportFormat, names: readonly string[] | undefined): readonly TableSource[] | string {
  if (names === undefined || names.length === 0) return format.tables;
  const known = format.tables.map(({ table }) => table.name);
  const unknown = names.filter((name) => !known.includes(name));
  if (known.length === 0) return `${format.name} has a shape of its own and no tables to choose, got ${names.join(',')}`;
  if (unknown.length > 0) return `tables of ${format.name} are ${known.join(', ')}; got ${unknown.join(', ')}`;
  return format.tables.filter(({ table }) => names.includes(table.name));
}
