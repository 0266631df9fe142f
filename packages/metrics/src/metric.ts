import type { JsonObject, StoredEvent } from '@sightline/protocol';
import type { Group } from './groups.ts';

/** Fields of an event that only some metrics look at. */
export type Extra = 'type' | 'pageView' | 'metadata' | 'applicationSpecificData';

/** What a metric may look at; the extra fields are there where a metric says that it needs them. */
export type MeasuredEvent = Pick<StoredEvent, 'tab' | 'sequence' | 'name' | 'at' | 'details'> & Partial<Pick<StoredEvent, Extra>>;

/** The events a metric looks at, by name, with the fields of their details that it reads; `*` is every recorded event, `derived:*` every one of rules. */
export type Sees = Readonly<Record<string, readonly string[]>>;

/** A set of parameters with a name of its own, mostly another tool's rule. */
export interface Preset<Parameters extends JsonObject = JsonObject> {
  name: string;
  /** Whose rule it follows, and where it cannot. */
  source: string;
  parameters: Partial<Parameters>;
}

/** A worked example: events as time, name and details, and the value that the default parameters give. */
export interface Example<Value = unknown> {
  events: readonly ExampleEvent[];
  value: Value;
}

export type ExampleEvent = readonly [at: number, name: string, details?: JsonObject, more?: Partial<MeasuredEvent>];

/** A definition of a number (or a small table) over the events of one session. */
export interface Metric<Value = unknown, Parameters extends JsonObject = JsonObject> {
  /** Published as `name@version`; a changed definition is a new version. */
  name: string;
  version: number;
  title: string;
  group: Group;
  /** `ms`, `count`, `1/min` …; for a table, the unit of its amounts. */
  unit: string;
  /** One sentence that a paper could quote. */
  definition: string;
  /** Of a table: what each column holds, with its unit. */
  columns?: Readonly<Record<string, string>>;
  /** Where the definition comes from. */
  source: string;
  parameters: Parameters;
  /** Of numbers that mean something below 0, how low they go. */
  least?: Readonly<Record<string, number>>;
  presets: readonly Preset<Parameters>[];
  example: Example<Value>;
  /** What it looks at: `measure` spares it all other events, and no other field of the details need be there. */
  sees: Sees;
  /** What it looks at because its parameters name it. */
  seesBy?(parameters: Parameters): Sees;
  /** The fields beside the details that it needs. */
  extras?: readonly Extra[];
  /** Whether it is also shown the session's first and last event, whatever they are. */
  ends: boolean;
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
