import { Type, type Static } from 'typebox';
import { SESSION_FILTER, type Device } from './session-filter.ts';

/** Every form an export can have. */
export const EXPORT_FORMATS = ['csv', 'parquet', 'jsonl', 'logui', 'bids'] as const;
export type ExportFormatName = (typeof EXPORT_FORMATS)[number];

/** A finished export is kept so long. */
export const EXPORT_KEPT_DAYS = 30;

const format = Type.Union(EXPORT_FORMATS.map((name) => Type.Literal(name)));
const tables = Type.Array(Type.String({ maxLength: 100 }), { maxItems: 50, description: 'Of `csv` and `parquet`; all where left out.' });

/** `POST /api/v1/exports` → ExportJob. `POST /api/v1/exports/estimate` → ExportEstimate. */
export const NewExport = Type.Object({
  format,
  tables: Type.Optional(tables),
  session: Type.Optional(Type.String({ description: 'Only this session.' })),
  ...SESSION_FILTER,
});
export type NewExport = Omit<Static<typeof NewExport>, 'format' | 'device'> & { format: ExportFormatName; device?: Device[] };

/** What an export would hold, before it is made. */
export const ExportEstimate = Type.Object({
  sessions: Type.Integer(),
  events: Type.Integer(),
  bytes: Type.Integer({ description: 'Of the file to download, roughly.' }),
  basis: Type.Union([Type.Literal('export'), Type.Literal('trials')], {
    description: 'What that is reckoned from: the flight’s last export of the same tables, or what events took in our trials.',
  }),
});
export type ExportEstimate = Omit<Static<typeof ExportEstimate>, 'basis'> & { basis: 'export' | 'trials' };

/** `erased`: its file is gone because something that it may have held was erased. */
export const EXPORT_STATES = ['waiting', 'running', 'finished', 'failed', 'cancelled', 'expired', 'erased'] as const;
export type ExportState = (typeof EXPORT_STATES)[number];

const nullable = { time: Type.Union([Type.Integer(), Type.Null()]), text: Type.Union([Type.String(), Type.Null()]) };

/** An export that is made in the background, or was. */
export const ExportJob = Type.Object({
  id: Type.String(),
  flight: Type.String(),
  format,
  tables: Type.Array(Type.String()),
  filter: Type.Object(SESSION_FILTER),
  session: nullable.text,
  state: Type.Union(EXPORT_STATES.map((state) => Type.Literal(state))),
  createdAt: Type.Integer(),
  createdBy: Type.String({ description: 'Name of the account.' }),
  finishedAt: nullable.time,
  expiresAt: nullable.time,
  sessions: Type.Integer({ description: 'Sessions that are written.' }),
  ofSessions: nullable.time,
  rows: Type.Integer({ description: 'Rows of all tables.' }),
  bytes: Type.Integer({ description: 'Of the file to download; while it is made, of what is written so far.' }),
  sha256: nullable.text,
  fileName: Type.String(),
  error: nullable.text,
});
export type ExportJob = Omit<Static<typeof ExportJob>, 'format' | 'state' | 'filter'> & {
  format: ExportFormatName;
  state: ExportState;
  filter: Omit<NewExport, 'format' | 'tables' | 'session'>;
};

/** `GET /api/v1/exports?flight=`: the newest first. */
export const ExportJobs = Type.Object({ exports: Type.Array(ExportJob) });
export type ExportJobs = { exports: ExportJob[] };
