import type { Parameters } from './ask.ts';

/** A part of a statement about the sessions that a filter means, with places of other names: for one that has another such part. */
export const beside = (sql: string, parameters: Parameters): { sql: string; parameters: Parameters } => ({
  sql: sql.replaceAll('{filter', '{besideFilter'),
  parameters: Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name.replace(/^filter/, 'besideFilter'), value])),
});
