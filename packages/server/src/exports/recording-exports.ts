import type { RecordingExport } from './recording-export.ts';
import { replay } from './replay.ts';
import { rrweb } from './rrweb.ts';

/** Every format for a session's recording. */
export const RECORDING_EXPORTS: readonly RecordingExport[] = [replay, rrweb];
