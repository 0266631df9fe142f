import { METRICS } from '@sightline/metrics';
import type { MeasureSettingChange } from '@sightline/protocol';
import { STUDIES } from './studies.ts';

/** Of one metric, what a flight is set to. */
export interface Variant {
  metric: string;
  /** The preset's name, or the study's. */
  name: string;
  change: MeasureSettingChange;
}

/** Every preset, and every study's own parameters. */
const VARIANTS: readonly Variant[] = METRICS.flatMap(({ name: metric, presets }) => [
  ...presets.map(({ name }) => ({ metric, name, change: { preset: name } })),
  ...Object.entries(STUDIES[metric] ?? {}).map(([name, parameters]) => ({
    metric,
    name,
    change: { parameters: parameters as Record<string, never> },
  })),
]);

/** As few rounds of settings as a flight needs for all of them: it has one of each metric at a time. */
export const ROUNDS: readonly (readonly Variant[])[] = rounds();

function rounds(): Variant[][] {
  const all: Variant[][] = [];
  for (const variant of VARIANTS) {
    const free = all.find((round) => !round.some(({ metric }) => metric === variant.metric));
    if (free) free.push(variant);
    else all.push([variant]);
  }
  return all;
}
