import { Counter, Gauge, type Registry } from 'prom-client';
import type { DoorStatus } from './door-status.ts';

/** Shows the door's counts to Prometheus; they are read when it asks, so that counting costs an addition. */
export function showDoor(registry: Registry, status: () => DoorStatus): void {
  const registers = [registry];
  const counter = (name: string, help: string, value: () => number) =>
    new Counter({
      name,
      help,
      registers,
      collect() {
        this.reset();
        this.inc(value());
      },
    });
  counter('sightline_door_batches_total', 'Batches handed to the spool and on disk.', () => status().batches);
  counter('sightline_door_events_total', 'Events on disk.', () => status().events);
  counter('sightline_door_recordings_total', 'Recording chunks on disk.', () => status().recordings);
  counter('sightline_door_refused_events_total', 'Events kept aside because they could not be read.', () => status().refusedEvents);
  counter('sightline_door_duplicates_total', 'Events that came again and were only acknowledged.', () => status().duplicates);
  counter('sightline_door_paced_total', 'Requests delayed or sent away by a rate limit.', () => status().paced);
  counter(
    'sightline_door_lost_events_total',
    'Events of clients that cannot send again, given up while the spool refused.',
    () => status().lost,
  );
  const refusals = new Counter({
    name: 'sightline_door_refusals_total',
    help: 'Connections and requests refused, by failure.',
    labelNames: ['failure'],
    registers,
    collect() {
      this.reset();
      for (const [failure, count] of Object.entries(status().refusals)) this.inc({ failure }, count);
    },
  });
  void refusals;
  const sockets = new Gauge({
    name: 'sightline_door_sockets',
    help: 'Open WebSockets, by dialect.',
    labelNames: ['dialect'],
    registers,
    collect() {
      this.reset();
      for (const [dialect, count] of Object.entries(status().sockets)) this.set({ dialect }, count);
    },
  });
  void sockets;
}
