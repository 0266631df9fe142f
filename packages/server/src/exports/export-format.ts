import type { ExportContext } from './export-context.ts';
import type { GrowingFile } from './growing-file.ts';
import type { PartData } from './part-data.ts';
import type { TableSource } from './table-source.ts';

/** A file that is written at once. */
export interface SmallFile {
  path: string;
  content: Buffer | string;
  /** Where it holds rows. */
  rows?: number;
}

/** One way to write an export: files that grow part by part, files of a part's own, and what explains them. */
export interface ExportFormat {
  /** The value of `--format`. */
  name: string;
  /** Of its one file, where it has one. */
  mediaType: string;
  /** The tables it can hold; one that has no tables of ours has its own shape. */
  tables: readonly TableSource[];
  files(tables: readonly TableSource[], context: ExportContext): GrowingFile[];
  /** Files that belong to the sessions of one part. */
  ofPart?(data: PartData, context: ExportContext): AsyncIterable<SmallFile>;
  /** What stands beside them, written last. */
  beside(tables: readonly TableSource[], context: ExportContext): AsyncIterable<SmallFile>;
}
