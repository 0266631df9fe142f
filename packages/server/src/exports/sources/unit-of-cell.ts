import { amountsOf, type Metric } from '@sightline/metrics';

/** By how names end that have no other unit: lengths carry theirs. */
const ENDINGS = [
  ['Ms', 'ms'],
  ['Px', 'px'],
] as const;

/** The unit of a value of a metric: of its one value, or of a column of its table; empty for what has none, such as names. */
export function unitOfCell(metric: Metric): (field: string, value: unknown) => string {
  const units = new Map(amountsOf(metric).map(({ amount, unit }) => [amount, unit]));
  return (field, value) => {
    if (field === '') return metric.unit;
    if (typeof value === 'boolean') return 'yes/no';
    if (field === 'at') return 'ms since 1970';
    return units.get(field) ?? ENDINGS.find(([ending]) => field.endsWith(ending))?.[1] ?? '';
  };
}
