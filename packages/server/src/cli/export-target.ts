import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import type { Writable } from 'node:stream';
import { streamExport } from '../exports/stream-export.ts';
import type { ExportOrder } from '../exports/export-order.ts';
import { JOURNAL, MANIFEST, writeExport, type ExportDeps } from '../exports/write-export.ts';
import { zipFolder } from '../exports/zip-folder.ts';
import { isNoSpace } from '../is-no-space.ts';
import { CommandFailure } from './command-failure.ts';

/** Where an export goes, as `--out` says it. */
export type ExportTarget =
  | { kind: 'stream' }
  | { kind: 'file'; path: string; name: string }
  | { kind: 'zip'; path: string }
  | { kind: 'folder'; path: string };

/** Reads `--out`: `-`, a name that ends in `.zip`, another name with an ending, or a folder. */
export async function exportTarget(out: string, { format, tables }: Pick<ExportOrder, 'format' | 'tables'>): Promise<ExportTarget> {
  const isFolder = out.endsWith('/') || ((await stat(out).catch(() => undefined))?.isDirectory() ?? false);
  if (!isFolder && extname(out) === '.zip') return { kind: 'zip', path: resolve(out) };
  if (isFolder || (out !== '-' && extname(out) === '')) return { kind: 'folder', path: resolve(out) };
  const [only, another] = names({ format, tables });
  if (only === undefined || another !== undefined) {
    const choice = tables.length > 1 ? ', or choose one of them with --tables' : '';
    throw new CommandFailure(
      2,
      `--out must be a folder or a name that ends in .zip, as ${format.name} has several files${choice}; got ${JSON.stringify(out)}`,
    );
  }
  return out === '-' ? { kind: 'stream' } : { kind: 'file', path: resolve(out), name: only };
}

const names = ({ format, tables }: Pick<ExportOrder, 'format' | 'tables'>): string[] => {
  if (format.ofPart) return [];
  return format.tables.length > 0 ? tables.map(({ table }) => `${table.name}.${format.name}`) : [format.name];
};

/** Writes an export to its target; what was written before an interruption is gone on with where `resume` says so. */
export async function exportTo(
  target: ExportTarget,
  order: ExportOrder,
  deps: Omit<ExportDeps, 'folder'>,
  output: () => Writable,
): Promise<void> {
  if (target.kind === 'stream') return streamExport(order, deps, output());
  const folder = target.kind === 'folder' ? target.path : `${target.path}.partial`;
  try {
    await toDisk(target, folder, order, deps);
  } catch (error) {
    throw isNoSpace(error) ? noRoom(folder, error) : error;
  }
}

async function toDisk(
  target: Exclude<ExportTarget, { kind: 'stream' }>,
  folder: string,
  order: ExportOrder,
  deps: Omit<ExportDeps, 'folder'>,
) {
  const isWritten = target.kind === 'zip' && deps.resume === true && (await isFinished(folder));
  if (!isWritten) {
    await makeRoom(folder, deps.resume ?? false);
    const { files } = await writeExport(order, { ...deps, folder });
    if (target.kind === 'folder') return;
    if (target.kind === 'file') await rename(join(folder, dataFile(files)), target.path);
  }
  if (target.kind === 'zip') await zipFolder(folder, target.path, deps.signal);
  await rm(folder, { recursive: true });
}

/** All is there, and only its archive is missing. */
async function isFinished(folder: string): Promise<boolean> {
  const found = await readdir(folder).catch((): string[] => []);
  return found.includes(MANIFEST) && !found.includes(JOURNAL);
}

/** Nothing of somebody's is written over, and no export is mixed with another. */
async function makeRoom(folder: string, resume: boolean): Promise<void> {
  await mkdir(folder, { recursive: true });
  const found = await readdir(folder);
  if (found.length === 0 || (resume && found.includes(JOURNAL))) return;
  const hint = found.includes(JOURNAL) ? 'holds an export that was interrupted: go on with it by --resume, or remove it' : 'must be empty';
  throw new CommandFailure(1, `${folder} ${hint}`);
}

const noRoom = (folder: string, error: unknown) =>
  new CommandFailure(
    1,
    `no room is left on the disk of ${folder}, or on that of the data (${String(error)}); what is written stays there: make room and go on with --resume`,
  );

/** The one file with rows; what explains it is only for folders. */
const dataFile = (files: readonly { path: string; rows?: number }[]): string => files.find(({ rows }) => rows !== undefined)?.path ?? '';
