import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeResult {
  violations: { id: string; help: string; nodes: { html: string; failureSummary?: string }[] }[];
}

/** What axe holds against a page as it is now, in light and in dark: one line for each fault; of one part where it is named. */
export async function accessibilityFaults(page: Page, within?: string): Promise<string[]> {
  const faults: string[] = [];
  // A tooltip that is on its way out stands outside every landmark, and means nothing.
  if ((await page.getByRole('tooltip').count()) > 0) {
    await page.mouse.move(0, 0);
    await page.waitForFunction(() => document.querySelector('[role=tooltip]') === null);
  }
  // The content security policy lets no script in but ours; what the debugger evaluates is not asked.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // The console hears of the system's change a moment later; light colours must not pass for dark ones.
    if (within === undefined) await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor({ state: 'attached' });
    const { violations } = await page.evaluate(
      ([place, how]) => (globalThis as unknown as { axe: { run(place: unknown, how: object): Promise<AxeResult> } }).axe.run(place, how),
      // Colours are all that differs in the dark.
      [within ?? 'html', { resultTypes: ['violations'], ...(colorScheme === 'dark' ? { runOnly: ['color-contrast'] } : {}) }] as const,
    );
    for (const { id, help, nodes } of violations) {
      for (const { html, failureSummary } of nodes)
        faults.push(`${colorScheme} ${id}: ${help}\n${html.slice(0, 200)}\n${failureSummary ?? ''}`);
    }
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
  return faults;
}
