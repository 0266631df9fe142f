import type { JsonObject } from '@sightline/protocol';
import type { Metric } from './metric.ts';

/** The metric with some of its parameters changed. */
export const withParameters = <Value, Parameters extends JsonObject>(
  metric: Metric<Value, Parameters>,
  changed: Partial<Parameters>,
): Metric<Value, Parameters> => ({ ...metric, parameters: { ...metric.parameters, ...changed } });
