import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CHROMIUM } from './chromium.ts';

const STARTS_WITHIN_MS = 30_000;
const LOOK_EVERY_MS = 25;

/** Starts a Chromium on a profile, in a process group of its own, and answers where its debugging protocol is spoken. */
export async function startChromium(profile: string) {
  const portFile = join(profile, 'DevToolsActivePort');
  await rm(portFile, { force: true });
  const args = [...CHROMIUM.args, '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'];
  const child = spawn(CHROMIUM.executablePath, args, { stdio: 'ignore', detached: true });
  const ended = once(child, 'exit');
  for (const until = Date.now() + STARTS_WITHIN_MS; Date.now() < until;) {
    const [port, path] = (await readFile(portFile, 'utf8').catch(() => '')).split('\n');
    if (port && path) return { child, ended, host: `127.0.0.1:${port}`, path };
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  throw new Error(`Chromium did not open its debugging port within ${STARTS_WITHIN_MS} ms`);
}
