import type { Flight, FlightHealth } from '@sightline/protocol';
import { text } from '../text/text.ts';
import { formatAgo } from '../time/format-ago.ts';
import { formatDuration } from '../time/format-duration.ts';

/** What the server says of a flight, and the two things it does not: switched off, and not yet known. */
export type HealthState = FlightHealth['state'] | 'paused' | 'unknown';

/** The state to show: a flight that is switched off is paused, whatever came before. */
export const healthState = (flight: Pick<Flight, 'active'>, health: FlightHealth | undefined): HealthState =>
  flight.active ? (health?.state ?? 'unknown') : 'paused';

/** Why a flight's dot looks as it does, sentence by sentence. */
export function healthReasons(flight: Pick<Flight, 'active'>, health: FlightHealth | undefined, now: number): string[] {
  if (!health) return [text.health.notYet];
  const reasons: string[] = [];
  if (!flight.active) reasons.push(text.health.paused);
  reasons.push(
    health.lastEventAt === null ? text.health.never : text.health.last(formatAgo(health.lastEventAt, { now }), health.eventsLastMinute),
  );
  if (health.refusedLastHour > 0) reasons.push(text.health.refused(health.refusedLastHour));
  if (health.state === 'lagging') reasons.push(text.health.lagging(formatDuration(health.loadLagMs)));
  reasons.push(text.health.totals(health.sessions, health.events));
  const { state, freeBytes, totalBytes } = health.disk;
  if (state === 'full') return [text.health.full(freeBytes), ...reasons];
  if (state === 'low') return [text.health.filling(freeBytes, totalBytes), ...reasons];
  return [...reasons, text.health.room(freeBytes, totalBytes)];
}
