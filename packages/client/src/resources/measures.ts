import type {
  MeasureAcross,
  MeasureQuery,
  MeasureSettingChange,
  MeasureSettings,
  MeasuringProgress,
  MetricCatalogue,
} from '@sightline/protocol';
import type { Caller } from '../caller.ts';
import { query } from '../query.ts';

const id = encodeURIComponent;

/** The catalogue of metrics, each over many sessions, and what flights measure them with. */
export const measures = ({ get, send }: Caller) => ({
  metrics: (signal?: AbortSignal) => get<MetricCatalogue>('/measures', signal),
  measure: (metric: string, asked: MeasureQuery, signal?: AbortSignal) =>
    get<MeasureAcross>(`/measures/${id(metric)}${query(asked)}`, signal),
  measureSettings: (flight: string, signal?: AbortSignal) => get<MeasureSettings>(`/flights/${id(flight)}/measure-settings`, signal),
  setMeasure: (flight: string, metric: string, change: MeasureSettingChange) =>
    send<MeasureSettings>('PUT', `/flights/${id(flight)}/measure-settings/${id(metric)}`, change),
  measuring: (flight: string, signal?: AbortSignal) => get<MeasuringProgress>(`/flights/${id(flight)}/measuring`, signal),
  startMeasuring: (flight: string) => send<MeasuringProgress>('POST', `/flights/${id(flight)}/measuring`),
  cancelMeasuring: (flight: string) => send<MeasuringProgress>('DELETE', `/flights/${id(flight)}/measuring`),
});
