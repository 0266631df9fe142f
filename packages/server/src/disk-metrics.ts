import type { DiskSpace } from '@sightline/protocol';
import { Gauge, type Registry } from 'prom-client';

/** Shows the room on the disk, as Prometheus asks. */
export function showDisk(metrics: Registry, space: () => Promise<DiskSpace>): void {
  const gauge = (name: string, help: string, read: (space: DiskSpace) => number) =>
    new Gauge({
      name,
      help,
      registers: [metrics],
      async collect(this: Gauge) {
        this.set(read(await space()));
      },
    });
  gauge('sightline_disk_free_bytes', 'Bytes that are free where everything is kept.', ({ freeBytes }) => freeBytes);
  gauge('sightline_disk_bytes', 'Size of the disk that it is kept on.', ({ totalBytes }) => totalBytes);
}
