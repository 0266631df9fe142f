import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { ClickHouseClient } from '@clickhouse/client';
import type { Column } from '@sightline/protocol';
import { ANSWER_SETTINGS, type Parameters } from './ask.ts';
import { ENCODINGS, type EngineEncoding } from './export-encodings.ts';
import type { SessionHead, SessionOrder } from './export-heads.ts';
import { exportSource, type ExportSourceName } from './export-sources.ts';
import { openPiece, type Piece } from './piece.ts';
import { plainBytes } from './plain-bytes.ts';
import type { QuestionDeps } from './question.ts';
import { uuidList } from './uuid-list.ts';

/** For ten thousand sessions and what is asked of them; ClickHouse takes a quarter of that by default. */
const STATEMENT_BYTES = 1024 * 1024;

/** Some sessions' rows of a table that the engine itself writes. */
export interface ExportPieceQuery {
  source: ExportSourceName;
  columns: readonly Column[];
  encoding: EngineEncoding;
  flight: string;
  heads: readonly SessionHead[];
  /** In which order they stand. */
  sessionOrder: SessionOrder;
  until: number;
  /** Whether no event lies there twice (see `ExportExtent`). */
  distinct: boolean;
  /** Of derived events: only those of these rules, `rule@version`. */
  rules?: readonly string[];
}

/**
 * A piece, in the order of its sessions: the engine writes the format, into a file where it sees ours, and nobody touches the rows on
 * the way. So neither it nor we hold a piece, however large.
 */
export async function exportPiece({ engine }: QuestionDeps, query: ExportPieceQuery): Promise<Piece> {
  const path = join(engine.scratch, `${randomUUID()}.piece`);
  try {
    const rows = await engine.use((client) => (engine.localFiles ? writeThere(client, query, path) : writeHere(client, query, path)));
    return await openPiece(path, rows);
  } finally {
    // Who holds it open reads on.
    await rm(path, { force: true });
  }
}

async function writeThere(client: ClickHouseClient, query: ExportPieceQuery, path: string): Promise<number | undefined> {
  const { select, format, parameters, settings } = statementOf(query);
  await client.command({
    query: `INSERT INTO FUNCTION file({path:String}, '${format}') ${select}`,
    query_params: { ...parameters, path },
    clickhouse_settings: { ...settings, ...ENCODINGS[query.encoding].intoFile },
  });
  return counted(client, query);
}

async function writeHere(client: ClickHouseClient, query: ExportPieceQuery, path: string): Promise<number | undefined> {
  const { select, format, parameters, settings } = statementOf(query);
  await pipeline(plainBytes(client, `${select} FORMAT ${format}`, parameters, settings), createWriteStream(path, { mode: 0o600 }));
  return counted(client, query);
}

/** The rows of a format whose bytes do not tell them without looking at each. */
async function counted(client: ClickHouseClient, query: ExportPieceQuery): Promise<number | undefined> {
  if (query.encoding !== 'csv') return undefined;
  const { count, parameters, settings } = statementOf(query);
  const answer = await client.query({
    query: count,
    query_params: parameters,
    format: 'JSONEachRow',
    clickhouse_settings: settings,
  });
  const [row] = await answer.json<{ rows: number }>();
  return row?.rows ?? 0;
}

function statementOf({ source, columns, encoding, flight, heads, sessionOrder, until, distinct, rules = [] }: ExportPieceQuery) {
  const { format, settings, expression } = ENCODINGS[encoding];
  const { given, from, sql, order } = exportSource(source, { columns, distinct, sessionOrder });
  const select = columns.map((column) => `${expression(sql(column.name), column)} AS ${identifier(column.name)}`).join(', ');
  const parameters: Parameters = {
    flight,
    until,
    ...(source === 'derived_events' && { rules }),
    ...fieldParameters(columns),
  };
  const asked = `WITH [${uuidList(heads.map(({ session }) => session))}]::Array(UUID) AS askedIds,
    [${heads.map(({ startedAt }) => startedAt).join(',')}]::Array(Int64) AS askedStarts`;
  const known = given === undefined ? asked : `${asked}, ${given}`;
  return {
    count: `${asked} SELECT count() AS rows FROM ${from}`,
    select: `${known} SELECT ${select} FROM ${from}${order === undefined ? '' : ` ORDER BY ${order}`}`,
    format,
    parameters,
    settings: {
      ...ANSWER_SETTINGS,
      ...settings,
      // One keeps the order that rows are read in; several pieces are made at a time instead (`parts-ahead.ts`).
      max_threads: 1,
      // Compiling what is asked for takes memory, and longer than it saves for a piece.
      compile_expressions: 0 as const,
      compile_sort_description: 0 as const,
      // Ids stand in the statement: the client would write them into an address character by character (a fifth of a command's memory).
      max_query_size: String(STATEMENT_BYTES),
      // What it would remember of each part is never asked for again.
      use_query_condition_cache: 0 as const,
      // A column is often named after what it is made from: conditions mean the store's columns, not the answer's.
      prefer_column_name_to_alias: 1 as const,
    },
  };
}

/** Names of columns may be anything a study calls its fields. */
const identifier = (name: string): string => `\`${name.replaceAll(/[\\`]/g, (character) => `\\${character}`)}\``;

const fieldParameters = (columns: readonly Column[]): Parameters =>
  Object.fromEntries(columns.map(({ name }, index) => [`field${index}`, name.replace(/^data\./, '')]));
