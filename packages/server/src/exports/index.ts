import type { ExportFormat } from './export-format.ts';
import { jsonl } from './jsonl.ts';
import { logui } from './logui.ts';
import type { RecordingExport } from './recording-export.ts';
import { replay } from './replay.ts';
import { rrweb } from './rrweb.ts';

/** Every format for a flight's events. */
export const EXPORTS: readonly ExportFormat[] = [jsonl, logui];

/** Every format for a session's recording. */
export const RECORDING_EXPORTS: readonly RecordingExport[] = [replay, rrweb];
