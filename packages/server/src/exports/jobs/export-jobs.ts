import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { EXPORT_KEPT_DAYS, type ExportJob } from '@sightline/protocol';
import { EngineUnavailable } from '../../engine/engine-unavailable.ts';
import { isNoSpace } from '../../is-no-space.ts';
import type { Registry } from '../../registry/registry.ts';
import type { ErasedFromExports, ExportRequest } from '../../registry/export-jobs.ts';
import { chosenTables } from '../chosen-tables.ts';
import { EXPORTS } from '../index.ts';
import { ofFlight } from '../of-flight.ts';
import { writeExport, type ExportDeps, type ExportProgress, type ExportResult } from '../write-export.ts';
import { zipFolder } from '../zip-folder.ts';
import { eraseExports, idOf, zipOf } from './erase-exports.ts';

export interface ExportJobsDeps {
  registry: Pick<
    Registry,
    'exportJobs' | 'flights' | 'captureSettings' | 'measureSettings' | 'notes' | 'participants' | 'areas' | 'derivedRules'
  >;
  store: ExportDeps['store'];
  /** Where exports are written and kept. */
  folder: string;
  now: () => number;
  every: (ms: number, run: () => void) => () => void;
  log: { info(details: object, message: string): void; error(details: object, message: string): void };
}

/** Makes exports one after another in the background. */
export interface RunningExportJobs {
  add(request: ExportRequest): Promise<ExportJob>;
  /** Ends one that is not finished; false where it was over already. */
  cancel(id: string): Promise<boolean>;
  /** Takes it away with its file. */
  remove(id: string): Promise<void>;
  /** Takes away the files of exports that may hold what is erased; one that is being made ends. Answers which. */
  erase(erased: ErasedFromExports): Promise<string[]>;
  /** The name of the file in the folder. */
  fileOf(id: string): string;
  readonly folder: string;
  /** Resolves when nothing waits any more. */
  idle(): Promise<void>;
  /** Interrupts what runs: the next start goes on with it. */
  stop(): Promise<void>;
}

const DAY_MS = 86_400_000;
const SWEEP_EVERY_MS = 3_600_000;
const TOLD_EVERY_MS = 500;
/** An engine that died is back in a second or two; one that does not come back is a failure. */
const RETRIES_MS = [1_000, 5_000, 20_000];

/** Starts with what an earlier process left: an export that was running is gone on with where it stopped. */
export async function createExportJobs({ registry, store, folder, now, every, log }: ExportJobsDeps): Promise<RunningExportJobs> {
  const { exportJobs: jobs } = registry;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const stopping = new AbortController();
  let current: { id: string; abort: AbortController } | undefined;
  let working: Promise<void> | undefined;
  let isAsked = false;
  const pathOf = (id: string) => join(folder, id);
  const report = (message: string) => (error: unknown) => log.error({ err: error }, message);

  await sweep().catch(report('exports could not be tidied up'));
  const stopSweeping = every(SWEEP_EVERY_MS, () => void sweep().catch(report('exports could not be tidied up')));
  poke();

  return {
    folder,
    fileOf: zipOf,
    async add(request) {
      const job = await jobs.add(request);
      poke();
      return job;
    },
    async cancel(id) {
      const cancelled = await jobs.change(id, { state: 'cancelled', finishedAt: now() }, ['waiting', 'running']);
      if (current?.id === id) current.abort.abort();
      else if (cancelled) await forgetFiles(id);
      return cancelled;
    },
    async remove(id) {
      await jobs.change(id, { state: 'cancelled', finishedAt: now() }, ['waiting', 'running']);
      if (current?.id === id) {
        current.abort.abort();
        await working;
      }
      await forgetFiles(id);
      await jobs.remove(id);
    },
    async erase(erased) {
      const ids = await eraseExports({ jobs, folder }, erased);
      if (current && ids.includes(current.id)) current.abort.abort();
      return ids;
    },
    async idle() {
      while (working) await working;
    },
    async stop() {
      stopSweeping();
      stopping.abort();
      current?.abort.abort();
      await working;
    },
  };

  /** One more may come when the last look has just found nothing: then it looks again. */
  function poke() {
    isAsked = true;
    working ??= work()
      .catch(report('exports could not be made'))
      .finally(() => {
        working = undefined;
        if (isAsked && !stopping.signal.aborted) poke();
      });
  }

  async function work() {
    isAsked = false;
    for (let job = await jobs.next(); job !== undefined && !stopping.signal.aborted; job = await jobs.next()) {
      current = { id: job.id, abort: new AbortController() };
      await make(job, current.abort.signal);
      current = undefined;
    }
  }

  async function make(job: ExportJob, signal: AbortSignal) {
    try {
      if (!(await jobs.change(job.id, { state: 'running' }, ['waiting', 'running']))) return;
      const { rows } = await written(job, signal, progressTo(job.id));
      const zip = join(folder, zipOf(job.id));
      await zipFolder(pathOf(job.id), zip, signal);
      const finished = {
        state: 'finished' as const,
        rows,
        ...(await checked(zip)),
        finishedAt: now(),
        expiresAt: now() + EXPORT_KEPT_DAYS * DAY_MS,
      };
      await rm(pathOf(job.id), { recursive: true });
      if (!(await jobs.change(job.id, finished, ['running']))) {
        // A command erased what it holds, or somebody took it away, while it was made.
        await forgetFiles(job.id);
        return;
      }
      log.info({ export: job.id, rows, bytes: finished.bytes }, 'an export is finished');
    } catch (error) {
      // Stopped with the server: what is written stays, and is gone on with.
      if (stopping.signal.aborted) return;
      await forgetFiles(job.id);
      if (signal.aborted) return;
      log.error({ err: error, export: job.id }, 'an export failed');
      await jobs.change(job.id, { state: 'failed', finishedAt: now(), error: told(error) }, ['running']);
    }
  }

  async function written(
    job: ExportJob,
    signal: AbortSignal,
    onProgress: (progress: ExportProgress) => Promise<void>,
  ): Promise<ExportResult> {
    const format = EXPORTS.find(({ name }) => name === job.format);
    const flight = await registry.flights.get(job.flight);
    if (!format || !flight) throw new Error(`there is no ${format ? `flight ${job.flight}` : `format ${job.format}`} any more`);
    const tables = chosenTables(format, job.tables);
    if (typeof tables === 'string') throw new Error(tables);
    const order = {
      format,
      tables,
      selection: { filter: { ...job.filter, flight: job.flight }, session: job.session ?? undefined },
      flight: { id: flight.id, name: flight.name },
      ...(await ofFlight(registry, flight)),
    };
    for (let tries = 0; ; tries += 1) {
      try {
        return await writeExport(order, { store, folder: pathOf(job.id), resume: true, signal, onProgress });
      } catch (error) {
        const pause = RETRIES_MS[tries];
        if (!(error instanceof EngineUnavailable) || pause === undefined) throw error;
        await wait(pause, undefined, { signal });
      }
    }
  }

  function progressTo(id: string) {
    let toldAt = 0;
    return async ({ sessions, ofSessions, bytes }: ExportProgress) => {
      if (now() - toldAt < TOLD_EVERY_MS && sessions < ofSessions) return;
      toldAt = now();
      await jobs.change(id, { sessions, ofSessions, bytes }, ['running']);
    };
  }

  async function forgetFiles(id: string) {
    await rm(pathOf(id), { recursive: true, force: true });
    await rm(join(folder, zipOf(id)), { force: true });
  }

  /** Exports whose time is over go, and files that belong to none: their flight, or what they held, was erased. */
  async function sweep() {
    for (const id of await jobs.due()) {
      await forgetFiles(id);
      await jobs.change(id, { state: 'expired' }, ['finished']);
    }
    const names = await readdir(folder);
    const kept = new Set(await jobs.kept(names.map(idOf)));
    for (const name of names) if (!kept.has(idOf(name))) await rm(join(folder, name), { recursive: true, force: true });
  }
}

function told(error: unknown): string {
  if (isNoSpace(error)) return 'The server’s disk has no room for it.';
  return error instanceof Error ? error.message : String(error);
}

async function checked(path: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  for await (const bytes of createReadStream(path)) hash.update(bytes as Buffer);
  return { bytes: (await stat(path)).size, sha256: hash.digest('hex') };
}
