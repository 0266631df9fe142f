import type { Download, Page } from 'playwright-core';
import { follow } from './follow.ts';

/** Exports the two sessions that a journey left as CSV by the console, and downloads them. */
export async function downloadExport(desk: Page): Promise<Download> {
  await follow(desk, 'Export');
  await desk.getByText(/^2 sessions, \d+ events/).waitFor();
  await desk.getByRole('button', { name: 'Start export' }).click();
  const download = desk.getByRole('link', { name: /^Download CSV/ });
  await download.waitFor();
  const [file] = await Promise.all([desk.waitForEvent('download'), download.click()]);
  return file;
}
