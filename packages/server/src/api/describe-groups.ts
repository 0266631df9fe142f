import { compareNumbers, compareRates, description, evenSample, histograms, wilson } from '@sightline/metrics';
import type { MeasureComparison, MeasuredGroup } from '@sightline/protocol';
import type { GroupOfValues } from '../store/measure-across.ts';

/** Describes groups of numbers, and compares them where they are told apart by sessions. */
export function describeGroups(
  groups: readonly GroupOfValues[],
  { unit, points, compared }: { unit: string; points: number; compared: boolean },
): { groups: MeasuredGroup[]; comparison: MeasureComparison } {
  const values = groups.map((group) => Float64Array.from(group.values));
  const isRate = unit === 'yes/no';
  const rates = values.map((own) => ({ yes: own.reduce((sum, one) => sum + one, 0), n: own.length }));
  const bars = compared && !isRate ? histograms(values, unit) : [];
  const described = groups.map(({ key, sessions, measured }, index) => {
    const own = values[index] ?? new Float64Array();
    const rate = rates[index];
    return {
      key,
      sessions,
      measured,
      ...description(own),
      rate: isRate && rate ? { ...rate, interval: wilson(rate) } : null,
      histogram: bars[index] ?? [],
      points: compared && !isRate ? evenSample(own, points) : [],
    };
  });
  if (!compared) return { groups: described, comparison: { overall: null, pairs: [] } };
  return { groups: described, comparison: isRate ? compareRates(rates) : compareNumbers(values) };
}
