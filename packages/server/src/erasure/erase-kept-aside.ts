import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

/** Takes the lines that name one of these sessions out of all files of these folders: batches that could not be loaded, and torn ones. */
export async function eraseKeptAside(folders: readonly string[], sessions: readonly string[]): Promise<void> {
  const named = new Set(sessions.map((session) => session.toLowerCase()));
  for (const folder of folders)
    for (const name of await namesIn(folder)) {
      const path = join(folder, name);
      // Bytes as they are: a torn line need not be text.
      const lines = (await readFile(path, 'latin1').catch(nothing)).split(/(?<=\n)/);
      const kept = lines.filter((line) => !(line.match(IDS) ?? []).some((id) => named.has(id.toLowerCase())));
      if (kept.length === lines.length) continue;
      if (kept.length > 0) await replace(path, kept.join(''));
      else await forget(path);
    }
}

const IDS = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;

/** A reason goes with its batch, and a folder is made when there is something to keep. */
function nothing(error: NodeJS.ErrnoException): '' {
  if (error.code === 'ENOENT') return '';
  throw error;
}

async function namesIn(folder: string): Promise<string[]> {
  const entries = (await readdir(folder, { withFileTypes: true }).catch(nothing)) || [];
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}

async function replace(path: string, text: string): Promise<void> {
  await writeFile(`${path}.new`, text, { encoding: 'latin1', mode: 0o600 });
  await rename(`${path}.new`, path);
}

/** A quarantined batch has its reason beside it. */
async function forget(path: string): Promise<void> {
  await rm(path, { force: true });
  if (extname(path) === '.frame') await rm(path.replace(/\.frame$/, '.json'), { force: true });
}
