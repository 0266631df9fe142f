import type { ExportEstimate, ExportJob, ExportJobs, NewExport } from '@sightline/protocol';
import type { Caller } from '../caller.ts';
import { query } from '../query.ts';

const id = encodeURIComponent;

/** Exports that are made in the background. */
export const exports = ({ get, send }: Caller) => ({
  exports: (asked: { flight?: string }, signal?: AbortSignal) => get<ExportJobs>(`/exports${query(asked)}`, signal),
  export: (job: string, signal?: AbortSignal) => get<ExportJob>(`/exports/${id(job)}`, signal),
  startExport: (asked: NewExport) => send<ExportJob>('POST', '/exports', asked),
  estimateExport: (asked: NewExport, signal?: AbortSignal) => send<ExportEstimate>('POST', '/exports/estimate', asked, signal),
  cancelExport: (job: string) => send<ExportJob>('POST', `/exports/${id(job)}/cancel`),
  deleteExport: (job: string) => send<undefined>('DELETE', `/exports/${id(job)}`),
});

/** Where a finished export is downloaded from. */
export const exportFileUrl = (job: string): string => `/api/v1/exports/${id(job)}/file`;
