import { deadClicks, metricId, rageBursts, type Metric } from '@sightline/metrics';
import type { MetricResult } from '@sightline/protocol';

/** By which rules clicks stand out. */
export interface MomentRules {
  deadClick: typeof deadClicks.parameters;
  rageBurst: typeof rageBursts.parameters;
}

/** The rules as they are published, until it is known how the flight measures. */
export const PUBLISHED: MomentRules = { deadClick: deadClicks.parameters, rageBurst: rageBursts.parameters };

/** The rules that a session was measured by, so that its marks are what its figures count. */
export const momentRules = (metrics: readonly MetricResult[]): MomentRules => ({
  deadClick: parametersOf(metrics, deadClicks),
  rageBurst: parametersOf(metrics, rageBursts),
});

const parametersOf = <Parameters extends object>(
  metrics: readonly MetricResult[],
  metric: Pick<Metric, 'name' | 'version'> & { parameters: Parameters },
): Parameters => ({ ...metric.parameters, ...metrics.find((one) => one.metric === metricId(metric))?.parameters });
