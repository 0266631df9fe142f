import { createHash } from 'node:crypto';
import { isGeneral, METRICS, metricId, PAGE_READING, withParameters, type Metric } from '@sightline/metrics';
import type { JsonObject, MeasureSetting } from '@sightline/protocol';

/** A metric as a flight measures it. */
export interface Definition {
  metric: Metric;
  /**
   * Hash of all its parameters, defaults included. Whether a session has a metric of a study's group, its whole group decides: where others of it
   * have other parameters than their defaults, those are in it too, so that results never depend on what was set before.
   */
  parameters: string;
  /** `name@version` and that hash: results of the same are the same. */
  id: string;
  preset: string | null;
}

/** All metrics as a flight measures them, and a name for that. */
export interface Definitions {
  hash: string;
  /** Of all that is measured: metrics, and how pages were read. */
  ids: readonly string[];
  definitions: readonly Definition[];
}

/** The definitions that a flight's settings give; settings of metrics that are no more are passed over. */
export function definitionsOf(settings: readonly Pick<MeasureSetting, 'metric' | 'preset' | 'parameters'>[]): Definitions {
  const set = new Map(settings.map((setting) => [setting.metric, setting]));
  const measured = METRICS.map((metric) => {
    const setting = set.get(metric.name);
    const own = setting ? withParameters(metric, setting.parameters) : metric;
    const hash = parametersHash(own.parameters);
    return { metric: own, hash, isUsual: hash === parametersHash(metric.parameters), preset: setting?.preset ?? null };
  });
  const definitions = measured.map(({ metric, hash, preset }): Definition => {
    const others = measured.filter(
      ({ metric: other, isUsual }) => !isUsual && other.group === metric.group && other.name !== metric.name && !isGeneral(other),
    );
    const parameters =
      others.length === 0 ? hash : short([hash, ...others.map((other) => `${metricId(other.metric)} ${other.hash}`)].join('\n'));
    return { metric, parameters, id: `${metricId(metric)} ${parameters}`, preset };
  });
  const ids = [...definitions.map(({ id }) => id), PAGE_READING];
  return { hash: short(ids.join('\n')), ids, definitions };
}

/** The same for the same parameters, in whatever order they were written. */
export const parametersHash = (parameters: JsonObject): string => short(JSON.stringify(sorted(parameters)));

const short = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, sorted(one)]),
  );
}
