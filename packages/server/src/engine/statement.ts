/** What the engine must know of a statement before it runs it. */
export interface Statement {
  /** What is stored waits for each other in the loading lane; all else shares the query lanes. */
  lane: 'load' | 'query';
  /** Whether its rows may be answered piece by piece: formats without a head or foot around the rows. */
  streams: boolean;
  /** Whether it leaves something on the disk. */
  writes: boolean;
  format: string;
}

/** Formats whose pieces can be joined; chDB formats each piece on its own. */
const STREAMED = new Set([
  'JSONEachRow',
  'JSONCompactEachRow',
  'JSONStringsEachRow',
  'JSONCompactStringsEachRow',
  'TabSeparated',
  'TSV',
  'TabSeparatedRaw',
  'TSVRaw',
  'CSV',
  'RowBinary',
]);

/** What begins with these leaves something on the disk; what takes away must be possible without room. */
const WRITES = new Set(['INSERT', 'CREATE', 'ALTER', 'OPTIMIZE', 'DELETE', 'UPDATE', 'RENAME']);

const COMMENTS = /^(?:\s|--[^\n]*\n|\/\*[\s\S]*?\*\/|\()*/;
/** What a question answers into, not what is stored. */
const INTO_A_FILE = /^\s*INSERT\s+INTO\s+FUNCTION\s+file\b/i;
const LAST_FORMAT = /\sFORMAT\s+(\w+)\s*;?\s*$/i;

/** Reads the lane and the format from a statement's text. */
export function readStatement(sql: string, defaultFormat: string): Statement {
  const verb = /^\w+/.exec(sql.replace(COMMENTS, ''))?.[0].toUpperCase() ?? '';
  const format = LAST_FORMAT.exec(sql)?.[1] ?? defaultFormat;
  const lane = verb === 'INSERT' && !INTO_A_FILE.test(sql) ? 'load' : 'query';
  return { lane, format, streams: (verb === 'SELECT' || verb === 'WITH') && STREAMED.has(format), writes: WRITES.has(verb) };
}

/**
 * An insert whose rows came as the request's body, as an insert from the file they were written to. chDB's own reader of
 * inline rows ignores `input(…)` and needs them in memory.
 */
export function insertFromFile(sql: string, path: string): string {
  const format = LAST_FORMAT.exec(sql);
  if (format?.[1] === undefined) throw new Error(`the insert with a body must end in FORMAT <name>, got ${JSON.stringify(sql.slice(-60))}`);
  const head = sql.slice(0, format.index);
  const file = quote(path);
  if (/\binput\s*\(/i.test(head)) return head.replace(/\binput\s*\(/i, () => `file(${file}, '${format[1]}', `);
  return `${head} FROM INFILE ${file} FORMAT ${format[1]}`;
}

/** A text as an SQL literal. */
export const quote = (text: string): string => `'${text.replace(/[\\']/g, (character) => `\\${character}`)}'`;
