import type { Column } from '@sightline/protocol';
import { parquetMetadata, type FileMetaData, type KeyValue } from 'hyparquet';
import { ByteWriter } from 'hyparquet-writer';
import { writeMetadata } from 'hyparquet-writer/src/metadata.js';
import type { Piece } from '../store/piece.ts';
import { parquetSchema } from './parquet-piece.ts';

/*
 * Whole Parquet files joined to one without touching a row: their pages are copied behind each other, and one footer, which tells
 * where each page is, takes the place of theirs. So the file grows in constant memory, whoever wrote its pieces.
 */

const MAGIC = Buffer.from('PAR1');
/** The length of the footer, and the magic. */
const TRAILER_BYTES = 8;

/** Where the pages of a piece are, and the note of it that `parquetFooter` needs. */
interface Pages {
  from: number;
  to: number;
  rows: number;
  note: string;
}

/** The pages of a piece that is to stand at an offset. */
export async function parquetPages(piece: Piece, offset: number): Promise<Pages> {
  const [head, trailer] = [await held(piece, 0, MAGIC.length), await held(piece, Math.max(0, piece.bytes - TRAILER_BYTES), piece.bytes)];
  const to = endOfPages({ head, trailer, bytes: piece.bytes });
  return { from: MAGIC.length, to, ...toldBy(await held(piece, to, piece.bytes), offset) };
}

/** The same of a piece that is held. */
export function heldPages(piece: Buffer, offset: number): Pages {
  const to = endOfPages({ head: piece.subarray(0, MAGIC.length), trailer: piece.subarray(-TRAILER_BYTES), bytes: piece.length });
  return { from: MAGIC.length, to, ...toldBy(piece.subarray(to), offset) };
}

async function held(piece: Piece, from: number, to: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const bytes of piece.read(from, to)) parts.push(Buffer.from(bytes));
  return Buffer.concat(parts);
}

function endOfPages({ head, trailer, bytes }: { head: Buffer; trailer: Buffer; bytes: number }): number {
  if (!head.equals(MAGIC) || !trailer.subarray(-MAGIC.length).equals(MAGIC))
    throw new Error(
      `expected a whole Parquet file of a piece, got ${bytes} bytes that begin with ${JSON.stringify(head.toString('latin1'))}`,
    );
  return bytes - TRAILER_BYTES - trailer.readUInt32LE(0);
}

function toldBy(footer: Buffer, offset: number): Pick<Pages, 'rows' | 'note'> {
  return { rows: Number(read(footer).num_rows), note: `${offset - MAGIC.length} ${footer.toString('base64')}` };
}

/** The footer over all pieces, with what the columns mean in the file's and the columns' own metadata. */
export function parquetFooter({ notes, columns, table }: { notes: readonly string[]; columns: readonly Column[]; table: string }): Buffer {
  const pieces = notes.map(readNote);
  const meanings = new Map(columns.map((column) => [column.name, column]));
  const metadata: FileMetaData = {
    version: 2,
    schema: pieces[0]?.metadata.schema ?? parquetSchema(columns),
    num_rows: pieces.reduce((sum, piece) => sum + piece.metadata.num_rows, 0n),
    row_groups: pieces.flatMap(({ metadata: { row_groups }, shift }) => row_groups.map((group) => shifted(group, BigInt(shift), meanings))),
    key_value_metadata: [
      { key: 'sightline:table', value: table },
      { key: 'sightline:codebook', value: JSON.stringify(columns) },
    ],
    created_by: 'Sightline',
    metadata_length: 0,
  };
  const writer = new ByteWriter();
  writeMetadata(writer, metadata);
  return Buffer.concat([writer.getBytes(), MAGIC]);
}

type RowGroup = FileMetaData['row_groups'][number];

function shifted(group: RowGroup, by: bigint, meanings: ReadonlyMap<string, Column>): RowGroup {
  return {
    ...group,
    ...(group.file_offset !== undefined && { file_offset: group.file_offset + by }),
    columns: group.columns.map((chunk) => {
      const { meta_data, file_path: _path, file_offset } = chunk;
      if (!meta_data) return chunk;
      const { statistics: _statistics, dictionary_page_offset: dictionary, ...rest } = meta_data;
      const meaning = meanings.get(meta_data.path_in_schema[0] ?? '');
      return {
        file_offset: file_offset === 0n ? 0n : file_offset + by,
        meta_data: {
          ...rest,
          ...(meaning && { key_value_metadata: told(meaning) }),
          data_page_offset: meta_data.data_page_offset + by,
          ...(dictionary !== undefined && { dictionary_page_offset: dictionary + by }),
        },
      };
    }),
  };
}

const told = ({ unit, meaning, definition }: Column): KeyValue[] => [
  ...(unit === '' ? [] : [{ key: 'unit', value: unit }]),
  { key: 'meaning', value: meaning },
  ...(definition === undefined ? [] : [{ key: 'definition', value: definition }]),
];

function readNote(note: string) {
  const space = note.indexOf(' ');
  return { shift: Number(note.slice(0, space)), metadata: read(Buffer.from(note.slice(space + 1), 'base64')) };
}

/** Metadata of a footer with its trailer, which is all that the reader looks at. */
const read = (footer: Buffer): FileMetaData => parquetMetadata(new Uint8Array(footer).buffer);
