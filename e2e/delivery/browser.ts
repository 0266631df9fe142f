import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type BrowserContext } from 'playwright-core';
import { CHROMIUM } from '../chromium.ts';

const STARTS_WITHIN_MS = 30_000;

export interface Browser {
  context: BrowserContext;
  /** As a power failure would: all its processes are gone at once. */
  kill(): Promise<void>;
}

/** A Chromium of our own, in a process group that can be killed as one. */
export async function openBrowser(profile: string): Promise<Browser> {
  const portFile = join(profile, 'DevToolsActivePort');
  await rm(portFile, { force: true });
  const child = spawn(
    CHROMIUM.executablePath,
    [...CHROMIUM.args, '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'],
    {
      stdio: 'ignore',
      detached: true,
    },
  );
  const ended = once(child, 'exit');
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${await portIn(portFile)}`);
  const [context] = browser.contexts();
  if (!context) throw new Error('expected a context in a fresh browser, got none');
  return {
    context,
    async kill() {
      if (child.pid && child.exitCode === null && child.signalCode === null) process.kill(-child.pid, 'SIGKILL');
      await ended;
      await browser.close().catch(() => {
        // Nobody is there any more to close.
      });
    },
  };
}

async function portIn(file: string): Promise<number> {
  for (const until = Date.now() + STARTS_WITHIN_MS; Date.now() < until;) {
    const text = await readFile(file, 'utf8').catch(() => '');
    if (text.includes('\n')) return Number(text.split('\n')[0]);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`Chromium did not start within ${STARTS_WITHIN_MS} ms`);
}
