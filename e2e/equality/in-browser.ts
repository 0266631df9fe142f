import type { StoredEvent } from '@sightline/protocol';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import type { Measured } from './cells.ts';

const METRICS_PACKAGE = new URL('../../packages/metrics/src/index.ts', import.meta.url).pathname;

/** Parameters by metric and by a name for them. */
export type Studies = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;

/** What the published package gives in a page; with each preset and each study's parameters too, as `metric@version/name`. */
export async function inBrowser(page: Page, events: StoredEvent[], studies: Studies): Promise<Measured[]> {
  const bundle = await build({ entryPoints: [METRICS_PACKAGE], bundle: true, format: 'iife', globalName: 'metrics', write: false });
  await page.goto('about:blank');
  await page.addScriptTag({ content: bundle.outputFiles[0]?.text ?? '' });
  return page.evaluate(
    (given) => {
      const { METRICS, measure, metricId, withParameters } = (globalThis as unknown as { metrics: typeof import('@sightline/metrics') })
        .metrics;
      const variants = METRICS.flatMap((metric) => {
        const presets = metric.presets.map(({ name, parameters }) => [name, parameters] as const);
        const known = [...presets, ...Object.entries(given.studies[metric.name] ?? {})];
        return known.map(([name, parameters]) => ({ id: `${metricId(metric)}/${name}`, metric: withParameters(metric, parameters) }));
      });
      const all = [...METRICS.map((metric) => ({ id: metricId(metric), metric })), ...variants];
      const values = measure(given.events, ...all.map(({ metric }) => metric));
      return all.map(({ id }, index) => ({ metric: id, value: values[index] }));
    },
    { events, studies },
  );
}
