import type { Metric } from './metric.ts';

/** What is wrong with parameters given for a metric, by what its own are; undefined where nothing is. */
export function parameterProblem(
  metric: Pick<Metric, 'name' | 'parameters' | 'presets' | 'least'>,
  given: Readonly<Record<string, unknown>>,
): string | undefined {
  for (const [name, value] of Object.entries(given)) {
    if (!Object.hasOwn(metric.parameters, name)) {
      const known = Object.keys(metric.parameters);
      return `${metric.name} has no parameter ${JSON.stringify(name)}; ${known.length === 0 ? 'it has none' : `expected ${known.join(', ')}`}`;
    }
    const choices = choicesOf(metric, name);
    const expected = choices ? unlessAmong(choices, value) : unlike(metric.parameters[name], value, leastOf(metric, name));
    if (expected !== undefined) return `${metric.name}: ${name} must be ${expected}, got ${JSON.stringify(value)}`;
  }
  return undefined;
}

/** A text for which presets give others is a choice among these. */
export function choicesOf({ parameters, presets }: Pick<Metric, 'parameters' | 'presets'>, name: string): string[] | undefined {
  const given = [parameters, ...presets.map((preset) => preset.parameters)].flatMap((one) =>
    typeof one[name] === 'string' ? [one[name]] : [],
  );
  const choices = [...new Set(given)];
  return choices.length > 1 ? choices : undefined;
}

/** Numbers are lengths and counts, unless a metric says that less than nothing means something, such as «does not count». */
export const leastOf = ({ least }: Pick<Metric, 'least'>, name: string): number => least?.[name] ?? 0;

const unlessAmong = (choices: readonly string[], value: unknown): string | undefined =>
  typeof value === 'string' && choices.includes(value) ? undefined : `one of ${choices.join(', ')}`;

/** What was expected in place of a value that is not of its default's kind. */
function unlike(usual: unknown, value: unknown, least: number): string | undefined {
  if (typeof usual === 'number')
    return typeof value === 'number' && Number.isFinite(value) && value >= least ? undefined : `a number of at least ${least}`;
  if (typeof usual === 'boolean') return typeof value === 'boolean' ? undefined : 'true or false';
  if (typeof usual === 'string') return typeof value === 'string' ? undefined : 'a text';
  if (Array.isArray(usual))
    return Array.isArray(value) && value.every((one) => typeof one === 'string' && one !== '') ? undefined : 'a list of texts';
  if (typeof usual === 'object' && usual !== null) {
    const fits =
      typeof value === 'object' &&
      value !== null &&
      !Array.isArray(value) &&
      Object.values(value).every((one) => typeof one === 'number' || typeof one === 'object');
    return fits ? undefined : 'an object';
  }
  // A default that is nothing takes whatever JSON holds: what it stands for is told by the metric.
  return undefined;
}
