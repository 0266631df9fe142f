import type { DiskSpace, FlightHealth } from '@sightline/protocol';

/** A batch is usually in the store within two seconds; much later means that the store does not keep up. */
const LAGGING_MS = 10_000;
const SILENT_MS = 60_000;

/** What the state of a flight's collection is told from. */
export interface Looked extends Pick<FlightHealth, 'loadLagMs' | 'lastEventAt'> {
  active: boolean;
  disk: DiskSpace['state'];
  now: number;
}

/** How a flight's collection goes: the worst there is to say. */
export function flightState({ active, disk, loadLagMs, lastEventAt, now }: Looked): FlightHealth['state'] {
  if (!active || disk === 'full') return 'refusing';
  if (loadLagMs > LAGGING_MS) return 'lagging';
  if (disk === 'low') return 'filling';
  return lastEventAt !== null && now - lastEventAt < SILENT_MS ? 'receiving' : 'silent';
}
