import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from '../browser.ts';
import { freePort, startServer, type RunningServer } from '../server.ts';

/** Somebody's own browser profile at this computer, and all that went wrong in its pages. */
export interface Desk {
  context: BrowserContext;
  page: Page;
}

/** What a newcomer says of the first thing they study. */
export interface FirstFlight {
  application: string;
  flight: string;
  /** Where its pages are. */
  origin: string;
  /** Whether what visitors see is recorded. */
  record: boolean;
}

export type FreshInstallation = Awaited<ReturnType<typeof freshInstallation>>;

/** A server that nobody has used yet, and browsers in front of it. */
export async function freshInstallation(name: string) {
  const dataDir = mkdtempSync(join(tmpdir(), `sightline-${name}-`));
  const server: RunningServer = await startServer({ dataDir, port: await freePort() });
  const browser: Browser = await launchBrowser();
  const troubles: string[] = [];

  const desk = async (options: Parameters<Browser['newContext']>[0] = {}): Promise<Desk> => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, acceptDownloads: true, ...options });
    context.setDefaultTimeout(30_000);
    // The builder's tree is closed to the page, and so to a test; opened here, for the test alone.
    await context.addInitScript(() => {
      const attach = Element.prototype.attachShadow;
      Element.prototype.attachShadow = function (how) {
        return attach.call(this, { ...how, mode: 'open' });
      };
    });
    const page = await context.newPage();
    page.on('pageerror', (error) => troubles.push(`${page.url()}: ${String(error)}`));
    return { context, page };
  };

  return {
    server,
    dataDir,
    desk,
    /** What pages threw. */
    troubles,
    /** Goes through the first pages as their reader would: account, what is studied and where; answers the line for its pages. */
    async setUp(page: Page, { application, flight, origin, record }: FirstFlight): Promise<string> {
      await page.goto(/http:\/\/\S+\/setup#\S+/.exec(server.output())?.[0] ?? '');
      await page.getByLabel('Name').fill('Ada Byron');
      await page.getByLabel('Email').fill('ada@example.org');
      await page.getByLabel('Password', { exact: true }).fill('a kettle full of stars');
      await page.getByRole('button', { name: 'Create account and go on' }).click();
      await page.getByRole('textbox', { name: 'Application' }).fill(application);
      await page.getByRole('textbox', { name: 'Flight' }).fill(flight);
      await page.getByRole('textbox', { name: 'Where its pages are' }).fill(origin);
      await page.getByRole('switch', { name: /^What visitors see/ }).setChecked(record, { force: true });
      await page.getByRole('button', { name: 'Create and get the line for my pages' }).click();
      await page.getByText('Waiting for the first event …').waitFor();
      return (await page.getByLabel('Script tag', { exact: true }).textContent())?.trim() ?? '';
    },
    async close(): Promise<void> {
      await browser.close();
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
