import type { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import type { JsonObject } from '@sightline/protocol';

/** A fixation as a laboratory's table tells it. */
export interface GivenFixation {
  /** What the session is called: its id here, or the laboratory's own name. */
  session: string;
  /** When it began: ms since 1970, or since the session's first event. */
  began: { at: number } | { sinceSessionStartMs: number };
  /** Address or path of the page; undefined where the table has none. */
  url: string | undefined;
  details: JsonObject & { duration_ms: number };
  line: number;
}

/** A row that is no fixation; nothing of the file is stored. */
export class FixationInvalid extends Error {
  override readonly name = 'FixationInvalid';
}

/** Columns that do not go into the event's details under their own names. */
const KNOWN: Record<string, string> = { x: 'pageX', y: 'pageY' };
const PLACED = new Set(['session', 'at', 'sinceSessionStartMs', 'durationMs', 'url']);

/** Reads a CSV table of fixations, a row each, with a head that names the columns; see `docs/gaze.md`. */
export async function* readFixations(file: Readable): AsyncGenerator<GivenFixation, void> {
  const rows = file.pipe(parse({ bom: true, columns: headOf, info: true, skip_empty_lines: true, trim: true }));
  file.once('error', (error) => rows.destroy(error));
  try {
    for await (const { record, info } of rows as AsyncIterable<{ record: Record<string, string>; info: { lines: number } }>)
      yield fixationOf(record, info.lines);
  } catch (error) {
    if (error instanceof FixationInvalid || !(error instanceof Error) || !('code' in error) || !String(error.code).startsWith('CSV_'))
      throw error;
    throw new FixationInvalid(error.message);
  }
}

function headOf(head: string[]): string[] {
  const lacks = ['session', 'durationMs'].filter((name) => !head.includes(name));
  if (!head.includes('at') && !head.includes('sinceSessionStartMs')) lacks.push('at or sinceSessionStartMs');
  if (lacks.length > 0) throw new FixationInvalid(`line 1: the columns ${lacks.join(', ')} are missing, got ${head.join(', ')}`);
  const twice = head.find((name, index) => head.indexOf(name) !== index);
  if (twice !== undefined) throw new FixationInvalid(`line 1: the column ${JSON.stringify(twice)} stands there twice`);
  return head;
}

function fixationOf(row: Record<string, string>, line: number): GivenFixation {
  const number = (column: string): number => {
    const value = Number(row[column]);
    if (row[column] === undefined || row[column] === '' || !Number.isFinite(value))
      throw new FixationInvalid(`line ${line}: ${column} must be a number, got ${JSON.stringify(row[column] ?? '')}`);
    return value;
  };
  const { session = '', url = '' } = row;
  if (session === '') throw new FixationInvalid(`line ${line}: session must not be empty`);
  const durationMs = number('durationMs');
  if (durationMs < 0) throw new FixationInvalid(`line ${line}: durationMs must be at least 0, got ${durationMs}`);
  const began = row.at ? { at: Math.round(number('at')) } : { sinceSessionStartMs: Math.round(number('sinceSessionStartMs')) };
  const others = Object.entries(row).filter(([name, text]) => !PLACED.has(name) && text !== '');
  return {
    session,
    began,
    url: url === '' ? undefined : url,
    details: {
      ...Object.fromEntries(others.map(([name, text]) => [KNOWN[name] ?? name, name === 'element' ? text : told(text)])),
      duration_ms: durationMs,
    },
    line,
  };
}

/** A number where the text is one. */
const told = (text: string): string | number => (Number.isFinite(Number(text)) ? Number(text) : text);
