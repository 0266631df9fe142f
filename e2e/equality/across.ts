import { amountsOf, figuresOf, METRICS, type Metric } from '@sightline/metrics';

/** Numbers by what is asked for, and by group: the whole, or a part of sessions. */
export type Across = Record<string, Record<string, number[]>>;

/** Each number that a metric has across sessions, of whole ones and of their parts; texts are told by their values alone. */
export function questionsOf(name: string): { metric: string; amount: string; by: 'all' | 'part' }[] {
  return amountsOf(metricOf(name)).flatMap(({ amount, parts }) => [
    { metric: name, amount, by: 'all' as const },
    ...(parts === null || parts === 'value' ? [] : [{ metric: name, amount, by: 'part' as const }]),
  ]);
}

/** The answers to those questions, of a metric's values in some sessions. */
export function answersOf(name: string, values: readonly unknown[]): Across {
  const metric = metricOf(name);
  const isText = amountsOf(metric).some(({ parts }) => parts === 'value');
  const answers: Across = {};
  for (const { amount, by } of questionsOf(name)) answers[`${name} ${amount} ${by}`] = by === 'all' && !isText ? { '': [] } : {};
  for (const { amount, kind, part, value } of values.flatMap((each) => figuresOf(metric, each))) {
    const groups = answers[`${name} ${amount} ${kind === '' || isText ? 'all' : 'part'}`];
    const group = groups && (groups[part] ??= []);
    if (value !== null) group?.push(value);
  }
  for (const group of Object.values(answers).flatMap((groups) => Object.values(groups))) group.sort((a, b) => a - b);
  return answers;
}

function metricOf(name: string): Metric {
  const metric = METRICS.find((one) => one.name === name);
  if (!metric) throw new Error(`expected a metric, got ${JSON.stringify(name)}`);
  return metric;
}
