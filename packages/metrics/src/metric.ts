import type { JsonObject, StoredEvent } from '@sightline/protocol';

/** What a metric may look at: any stored event has these fields. */
export type MeasuredEvent = Pick<StoredEvent, 'tab' | 'sequence' | 'type' | 'name' | 'at' | 'pageView' | 'details'> &
  Partial<Pick<StoredEvent, 'applicationSpecificData'>>;

/** A definition of a number (or a small table) over the events of one session. */
export interface Metric<Value = unknown, Parameters extends JsonObject = JsonObject> {
  /** Published as `name@version`; a changed definition is a new version. */
  name: string;
  version: number;
  title: string;
  /** `ms`, `count`, `1/min` …; for a table, the unit of its amounts. */
  unit: string;
  /** One sentence that a paper could quote. */
  definition: string;
  /** Where the definition comes from. */
  source: string;
  parameters: Parameters;
  /** Starts one measurement. Events come in time order, each once (see `measure`). What several metrics need alike is read once, in `common`. */
  begin(parameters: Parameters, common?: Common): Measurement<Value>;
}

/** What the metrics that are measured together share. */
export type Common = Map<string, unknown>;

export interface Measurement<Value> {
  see(event: MeasuredEvent): void;
  value(): Value;
}

/** `name@version`, as published. */
export const metricId = (metric: Pick<Metric, 'name' | 'version'>): string => `${metric.name}@${metric.version}`;
