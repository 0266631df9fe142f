import { chromium, type BrowserContext } from 'playwright-core';
import { startChromium } from '../start-chromium.ts';

export interface Browser {
  context: BrowserContext;
  /** As a power failure would: all its processes are gone at once. */
  kill(): Promise<void>;
}

/** A Chromium of our own, in a process group that can be killed as one. */
export async function openBrowser(profile: string): Promise<Browser> {
  const { child, ended, host } = await startChromium(profile);
  const browser = await chromium.connectOverCDP(`http://${host}`);
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
