import { Gauge, type Registry } from 'prom-client';

/** Shows what waits for the store, as Prometheus asks. */
export function showSpool(metrics: Registry, { bytes, lagMs }: { bytes: () => number; lagMs: () => number }): void {
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name,
      help,
      registers: [metrics],
      collect(this: Gauge) {
        this.set(read());
      },
    });
  gauge('sightline_spool_bytes', 'Bytes that wait for the store.', bytes);
  gauge('sightline_spool_lag_seconds', 'Age of the oldest batch that waits for the store.', () => lagMs() / 1_000);
}
