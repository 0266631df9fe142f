import type { Column } from '@sightline/protocol';
import type { ClickHouseClient } from '@clickhouse/client';
import { ANSWER_SETTINGS, type Parameters } from './ask.ts';
import { exportSource, type ExportSourceName } from './export-sources.ts';
import { ENCODINGS, type EngineEncoding } from './export-encodings.ts';
import type { SessionHead } from './export-heads.ts';
import { plainBytes } from './plain-bytes.ts';
import type { QuestionDeps } from './question.ts';

/** Some sessions' rows of a table that the engine itself writes. */
export interface ExportPieceQuery {
  source: ExportSourceName;
  columns: readonly Column[];
  encoding: EngineEncoding;
  flight: string;
  heads: readonly SessionHead[];
  until: number;
  /** Whether no event lies there twice (see `ExportExtent`). */
  distinct: boolean;
  /** Of derived events: only those of these rules, `rule@version`. */
  rules?: readonly string[];
}

/** The bytes of a piece, in the order of its sessions: the engine writes the format, and nobody touches the rows on the way. */
export async function* exportPiece({ engine }: QuestionDeps, query: ExportPieceQuery): AsyncGenerator<Buffer, void> {
  if (query.heads.length === 0) return;
  const { client, release } = await engine.acquire();
  try {
    yield* ask(client, query);
  } finally {
    release();
  }
}

function ask(client: ClickHouseClient, { source, columns, encoding, flight, heads, until, distinct, rules = [] }: ExportPieceQuery) {
  const { format, settings, expression } = ENCODINGS[encoding];
  const { from, sql, order } = exportSource(source, { columns, distinct });
  const select = columns.map((column) => `${expression(sql(column.name), column)} AS ${identifier(column.name)}`).join(', ');
  const parameters: Parameters = {
    flight,
    until,
    ids: heads.map(({ session }) => session),
    starts: heads.map(({ startedAt }) => startedAt),
    ...(source === 'derived_events' && { rules }),
    ...fieldParameters(columns),
  };
  return plainBytes(client, `SELECT ${select} FROM ${from} ORDER BY ${order} FORMAT ${format}`, parameters, {
    ...ANSWER_SETTINGS,
    ...settings,
    // A column is often named after what it is made from: conditions mean the store's columns, not the answer's.
    prefer_column_name_to_alias: 1,
  });
}

/** Names of columns may be anything a study calls its fields. */
const identifier = (name: string): string => `\`${name.replaceAll(/[\\`]/g, (character) => `\\${character}`)}\``;

const fieldParameters = (columns: readonly Column[]): Parameters =>
  Object.fromEntries(columns.map(({ name }, index) => [`field${index}`, name.replace(/^data\./, '')]));
