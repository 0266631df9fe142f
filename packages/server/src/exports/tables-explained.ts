import { VERSION } from '../version.ts';
import type { ExportContext } from './export-context.ts';
import type { SmallFile } from './export-format.ts';
import { codebookCsv, codebookOf } from './codebook.ts';
import { LOAD_PY } from './scripts/load-py.ts';
import { LOAD_R } from './scripts/load-r.ts';
import type { TableSource } from './table-source.ts';

/** What stands beside tables: what their columns mean, in two forms, and programs that load them with the right types. */
export async function* tablesExplained(sources: readonly TableSource[], context: ExportContext): AsyncGenerator<SmallFile, void> {
  const codebook = codebookOf(sources, context);
  yield { path: 'codebook.json', content: json({ madeBy: `Sightline ${VERSION}`, ...codebook }) };
  yield { path: 'codebook.csv', content: codebookCsv(codebook) };
  yield { path: 'load.py', content: LOAD_PY };
  yield { path: 'load.R', content: LOAD_R };
}

/** JSON for people and programs. */
export const json = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;
