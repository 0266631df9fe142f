import type { Page } from 'playwright-core';
import { OWNER } from '../owner.ts';
import type { RunningServer } from '../server.ts';

/** What a newcomer says of the first thing they study. */
export interface FirstFlight {
  application: string;
  flight: string;
  /** Where its pages are. */
  origin: string;
  /** Whether what visitors see is recorded. */
  record: boolean;
}

/** Goes through the first pages as their reader would: account, what is studied and where; answers the line for its pages. */
export async function setUp(server: RunningServer, page: Page, { application, flight, origin, record }: FirstFlight): Promise<string> {
  await page.goto(/http:\/\/\S+\/setup#\S+/.exec(server.output())?.[0] ?? '');
  await page.getByLabel('Name').fill(OWNER.name);
  await page.getByLabel('Email').fill(OWNER.email);
  await page.getByLabel('Password', { exact: true }).fill(OWNER.password);
  await page.getByRole('button', { name: 'Create account and go on' }).click();
  await page.getByRole('textbox', { name: 'Application' }).fill(application);
  await page.getByRole('textbox', { name: 'Flight' }).fill(flight);
  await page.getByRole('textbox', { name: 'Where its pages are' }).fill(origin);
  await page.getByRole('switch', { name: /^What visitors see/ }).setChecked(record, { force: true });
  await page.getByRole('button', { name: 'Create and get the line for my pages' }).click();
  await page.getByText('Waiting for the first event …').waitFor();
  return (await page.getByLabel('Script tag', { exact: true }).textContent())?.trim() ?? '';
}
