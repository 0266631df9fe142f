import type { ExportFormat } from './export-format.ts';
import { jsonl } from './jsonl.ts';
import { logui } from './logui.ts';

/** Every export format. */
export const EXPORTS: readonly ExportFormat[] = [jsonl, logui];
