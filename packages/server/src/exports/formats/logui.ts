import type { ExportFormat } from '../export-format.ts';
import { loguiFile } from '../files/logui-file.ts';

/** The download of a LogUI server. */
export const logui: ExportFormat = {
  name: 'logui',
  mediaType: 'application/json',
  tables: [],
  files: (_tables, context) => [loguiFile(context)],
  async *beside() {},
};
