import { appendFile, readFile, writeFile } from 'node:fs/promises';
import type { Cursor } from './session-parts.ts';

/** What an export was asked for and goes by: the first line of its journal. */
export interface JournalHead {
  order: unknown;
  until: number;
  sessionOrder: 'start' | 'id';
  distinct: boolean;
  fields: string[];
  sessions: number;
  events: number;
}

/** What is safe on disk after one part. */
export interface JournalPart {
  last: Cursor;
  sessions: number;
  /** By path: how far the file had grown, its rows, and the part's note. */
  files: Record<string, { bytes: number; rows: number; note?: string }>;
  small: WrittenFile[];
}

/** A finished file, as the manifest lists it. */
export interface WrittenFile {
  path: string;
  rows?: number;
  bytes: number;
  sha256: string;
}

/** Where an export writes down what it has done, so that it can be gone on with. */
export interface Journal {
  head: JournalHead;
  parts: JournalPart[];
  add(part: JournalPart): Promise<void>;
}

/** Begins a journal. */
export async function beginJournal(path: string, head: JournalHead): Promise<Journal> {
  await writeFile(path, `${JSON.stringify(head)}\n`);
  return open(path, head, []);
}

/** Reads the journal of an export that was interrupted; undefined where there is none. */
export async function readJournal(path: string): Promise<Journal | undefined> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  // The last line may be torn: its part is done again.
  const lines = text
    .slice(0, text.lastIndexOf('\n') + 1)
    .split('\n')
    .filter(Boolean);
  const [head, ...parts] = lines.map((line) => JSON.parse(line) as unknown);
  if (head === undefined) return undefined;
  await writeFile(path, lines.map((line) => `${line}\n`).join(''));
  return open(path, head as JournalHead, parts as JournalPart[]);
}

const open = (path: string, head: JournalHead, parts: JournalPart[]): Journal => ({
  head,
  parts,
  add: async (part) => {
    parts.push(part);
    await appendFile(path, `${JSON.stringify(part)}\n`);
  },
});
