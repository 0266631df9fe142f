import type { Preset } from '../metric.ts';
import type { RageRule } from './rage-runs.ts';

/** Our own rule. */
export const RAGE_DEFAULTS: RageRule = {
  least: 3,
  gapMs: 1_000,
  inclusive: true,
  windowMs: 0,
  near: 'either',
  radiusPx: 30,
  distance: 'euclidean',
  tags: [],
  notTags: [],
};

/** Other tools' rules, as far as what is recorded of a click lets them be followed. */
export const RAGE_PRESETS: readonly Preset<RageRule>[] = [
  {
    name: 'PostHog',
    source: 'posthog-js: 3 clicks, each under 1,000 ms after the previous and under 30 px (Manhattan) away, on whatever element.',
    parameters: { least: 3, gapMs: 1_000, inclusive: false, near: 'radius', radiusPx: 30, distance: 'manhattan' },
  },
  {
    name: 'OpenReplay',
    source: 'OpenReplay’s heuristics: 3 clicks on the same label, gaps under 300 ms. Labels are not recorded; the same element stands in.',
    parameters: { least: 3, gapMs: 300, inclusive: false, near: 'element' },
  },
  {
    name: 'Sentry',
    source:
      'Sentry Replay: 3 clicks within 7 s on a button, input or link. That the element also stays without effect is not in the events, so this counts more than Sentry does.',
    parameters: { least: 3, gapMs: 7_000, windowMs: 7_000, near: 'element', tags: ['button', 'input', 'a'] },
  },
  {
    name: 'Highlight',
    source: 'Highlight’s defaults: 5 clicks in 2 s, each within 8 px of the previous.',
    parameters: { least: 5, gapMs: 2_000, windowMs: 2_000, near: 'radius', radiusPx: 8 },
  },
];
