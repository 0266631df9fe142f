import { fixations, GAZE_DEFAULTS, GAZE_PRESETS, GAZE_SEES, type GazeRule } from './gaze/fixations.ts';
import { transitionCounts } from './gaze/transition-counts.ts';
import { visits } from './gaze/visits.ts';
import type { Metric } from './metric.ts';

/** How evenly the gaze spread, and how little the next area could be foretold; bits. */
export interface GazeEntropy {
  transition: number | null;
  stationary: number | null;
}

/**
 * Entropy of the gaze's transitions and of its areas.
 *
 * a, b, a, c → from a half to b, half to c, from b always to a → 2/3 bit; areas a 1/2, b 1/4, c 1/4 → 1.5 bits.
 */
export const gazeEntropy: Metric<GazeEntropy, GazeRule & { bridgeMs: number }> = {
  name: 'gaze_entropy',
  version: 1,
  title: 'Gaze entropy',
  group: 'gaze',
  unit: 'bit',
  definition:
    'Transition entropy −Σ p(i) Σ p(j|i) log₂ p(j|i), with p(i) the share of transitions that leave area i, and stationary entropy −Σ p(i) log₂ p(i), with p(i) the share of visits to area i; null where there is no transition or visit.',
  columns: { transition: 'H_t, bits; null without a transition', stationary: 'H_s, bits; null without a visit' },
  source: 'Krejtz et al., 2014, with observed shares in place of the limiting distribution.',
  parameters: { ...GAZE_DEFAULTS, bridgeMs: 0 },
  presets: GAZE_PRESETS,
  example: {
    events: ['a', 'b', 'c', 'a'].map((element, index) => [index * 300, 'gaze_fixation', { element, duration_ms: 200 }] as const),
    value: { transition: 0, stationary: 1.5 },
  },
  sees: GAZE_SEES,
  ends: false,
  begin(rule) {
    const { see, all } = fixations(rule);
    return {
      see,
      value() {
        const visited = visits(all(), rule.bridgeMs);
        const transitions = transitionCounts(visited);
        const moves = transitions.reduce((sum, { count }) => sum + count, 0);
        const counts = new Map<string, number>();
        for (const area of visited) counts.set(area, (counts.get(area) ?? 0) + 1);
        return {
          transition: moves > 0 ? bits(transitions.map(({ count, probability }) => [count / moves, probability])) : null,
          stationary:
            visited.length > 0 ? bits([...counts.values()].map((count) => [count / visited.length, count / visited.length])) : null,
        };
      },
    };
  },
};

/** −Σ weight · log₂ probability; no minus before a zero. */
const bits = (terms: readonly (readonly [weight: number, probability: number])[]): number =>
  terms.reduce((sum, [weight, probability]) => sum - weight * Math.log2(probability), 0) || 0;
