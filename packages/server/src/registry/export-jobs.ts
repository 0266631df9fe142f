import { randomUUID } from 'node:crypto';
import type { ExportFormatName, ExportJob, ExportState } from '@sightline/protocol';
import type { Selectable } from 'kysely';
import type { RegistryDeps } from './registry-deps.ts';
import type { ExportJobTable } from './tables/analysis-tables.ts';

/** What is asked for. */
export type ExportRequest = Pick<ExportJob, 'flight' | 'format' | 'tables' | 'filter' | 'session' | 'createdBy' | 'fileName'>;
export type ExportJobChange = Partial<
  Pick<ExportJob, 'state' | 'finishedAt' | 'expiresAt' | 'sessions' | 'ofSessions' | 'rows' | 'bytes' | 'sha256' | 'error'>
>;

/** What is erased: exports of the flight that were at work or finished at that time or later may hold it; of exports of one session only those of sessions that are erased. */
export interface ErasedFromExports {
  flight: string;
  since: number;
  /** Left out where more than sessions is erased. */
  sessions?: readonly string[];
}

/** Exports that are made in the background. */
export interface ExportJobs {
  add(request: ExportRequest): Promise<ExportJob>;
  get(id: string): Promise<ExportJob | undefined>;
  /** The newest of a flight, or of all, as many as a list shows. */
  list(flight?: string): Promise<ExportJob[]>;
  /** Those whose file has been kept for as long as was said. */
  due(): Promise<string[]>;
  /** Those of these whose files are kept: waiting, at work or finished. */
  kept(ids: readonly string[]): Promise<string[]>;
  /** The oldest that is not done: one that was interrupted goes on before others begin. */
  next(): Promise<ExportJob | undefined>;
  /** Changes it where it is in one of these states, and answers whether it was. */
  change(id: string, change: ExportJobChange, from?: readonly ExportState[]): Promise<boolean>;
  /** Marks every export that may hold what is erased, finished or at work, and answers which they are. */
  erase(erased: ErasedFromExports): Promise<string[]>;
  remove(id: string): Promise<void>;
}

/** The list shows so many. */
const SHOWN = 200;
/** Of so many is asked at a time: databases bound the values of a statement. */
const ASKED = 500;

/** The jobs in a database. */
export const exportJobs = ({ database: { kysely }, now }: RegistryDeps): ExportJobs => {
  const change: ExportJobs['change'] = async (id, values, from) => {
    const { numUpdatedRows } = await kysely
      .updateTable('exportJob')
      .set(values)
      .where('id', '=', id)
      .$if(from !== undefined, (query) => query.where('state', 'in', [...(from ?? [])]))
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  };

  return {
    async add({ flight, tables, filter, ...request }) {
      const row = {
        ...request,
        id: randomUUID(),
        flightId: flight,
        tables: JSON.stringify(tables),
        filter: JSON.stringify(filter),
        state: 'waiting',
        createdAt: now(),
        finishedAt: null,
        expiresAt: null,
        sessions: 0,
        ofSessions: null,
        rows: 0,
        bytes: 0,
        sha256: null,
        error: null,
      };
      await kysely.insertInto('exportJob').values(row).execute();
      return jobOf(row);
    },

    async get(id) {
      const row = await kysely.selectFrom('exportJob').selectAll().where('id', '=', id).executeTakeFirst();
      return row && jobOf(row);
    },

    async list(flight) {
      const rows = await kysely
        .selectFrom('exportJob')
        .selectAll()
        .$if(flight !== undefined, (query) => query.where('flightId', '=', flight ?? ''))
        .orderBy('createdAt', 'desc')
        .orderBy('id')
        .limit(SHOWN)
        .execute();
      return rows.map(jobOf);
    },

    async due() {
      const rows = await kysely
        .selectFrom('exportJob')
        .select('id')
        .where('state', '=', 'finished')
        .where('expiresAt', '<=', now())
        .execute();
      return rows.map(({ id }) => id);
    },

    async kept(ids) {
      const kept: string[] = [];
      for (let first = 0; first < ids.length; first += ASKED) {
        const rows = await kysely
          .selectFrom('exportJob')
          .select('id')
          .where('id', 'in', ids.slice(first, first + ASKED))
          .where('state', 'in', ['waiting', 'running', 'finished'])
          .execute();
        kept.push(...rows.map(({ id }) => id));
      }
      return kept;
    },

    async next() {
      const row = await kysely
        .selectFrom('exportJob')
        .selectAll()
        .where('state', 'in', ['running', 'waiting'])
        .orderBy('state')
        .orderBy('createdAt')
        .orderBy('id')
        .executeTakeFirst();
      return row && jobOf(row);
    },

    change,

    async erase({ flight, since, sessions }) {
      const rows = await kysely
        .selectFrom('exportJob')
        .select(['id', 'session'])
        .where('flightId', '=', flight)
        .where((where) =>
          where.or([where('state', '=', 'running'), where.and([where('state', '=', 'finished'), where('finishedAt', '>=', since)])]),
        )
        .execute();
      const gone = new Set(sessions);
      const ids: string[] = [];
      for (const { id, session } of rows) {
        const mayHold = sessions === undefined || session === null || gone.has(session);
        if (mayHold && (await change(id, { state: 'erased', finishedAt: now(), expiresAt: null }, ['running', 'finished']))) ids.push(id);
      }
      return ids;
    },

    async remove(id) {
      await kysely.deleteFrom('exportJob').where('id', '=', id).execute();
    },
  };
};

const jobOf = ({ flightId, tables, filter, format, state, ...row }: Selectable<ExportJobTable>): ExportJob => ({
  ...row,
  flight: flightId,
  format: format as ExportFormatName,
  tables: JSON.parse(tables) as string[],
  filter: JSON.parse(filter) as ExportJob['filter'],
  state: state as ExportState,
});
