import { DERIVED } from '@sightline/metrics';
import type { FlightFacets } from '@sightline/protocol';
import { ask } from './ask.ts';
import { knownSessions, type KnownSessions } from './known-sessions.ts';
import { asText, DEVICE } from './matching-sessions.ts';
import { NEWEST_DERIVED } from './newest-derived.ts';
import type { QuestionDeps } from './question.ts';
import { sessionTable } from './session-table.ts';

/** As many values of a field as a menu can show; a participant's code has thousands. */
const VALUES = 50;
const NAMES = 200;

/** What a flight's sessions can be filtered and grouped by. Counts of events take one that was sent twice for two until the store has merged. */
export async function flightFacets({ engine }: QuestionDeps, flight: string): Promise<FlightFacets> {
  const known = await knownSessions({ engine }, { flight });
  const [values, devices, events, pages] = await Promise.all([
    ask<{ field: string; value: string; sessions: number; distinct: number }>(engine, fieldsOf(known), { flight }),
    ask<FlightFacets['devices'][number]>(engine, devicesOf(known), { flight }),
    ask<FlightFacets['events'][number]>(engine, EVENTS, { flight }),
    ask<FlightFacets['pages'][number]>(engine, pagesOf(known), { flight }),
  ]);
  const fields = new Map<string, FlightFacets['fields'][number]>();
  for (const { field, value, sessions, distinct } of values) {
    const of = fields.get(field) ?? { field, distinct, values: [] };
    of.values.push({ value, sessions });
    fields.set(field, of);
  }
  return { fields: [...fields.values()], devices, events, pages };
}

const fieldsOf = (known: KnownSessions) => `
  SELECT pair.1 AS field, ${asText('pair.2')} AS value, count() AS sessions, count() OVER (PARTITION BY field) AS distinct
  FROM (SELECT JSONExtractKeysAndValuesRaw(data) AS pairs FROM ${sessionTable(['data'], known)})
  ARRAY JOIN pairs AS pair
  GROUP BY field, value ORDER BY distinct, field, sessions DESC, value LIMIT ${VALUES} BY field`;

const devicesOf = (known: KnownSessions) => `
  SELECT ${DEVICE} AS device, count() AS sessions FROM ${sessionTable(['agent'], known)}
  GROUP BY device ORDER BY sessions DESC`;

const EVENTS = `
  SELECT name, events FROM (
    SELECT name, count() AS events FROM events WHERE flight = {flight:String} GROUP BY name
    UNION ALL SELECT concat('${DERIVED}', name) AS called, count() AS events FROM derived WHERE ${NEWEST_DERIVED} GROUP BY name
  ) ORDER BY events DESC, name LIMIT ${NAMES}`;

const pagesOf = (known: KnownSessions) => `
  SELECT page AS path, count() AS views FROM ${sessionTable(['wayPages', 'wayIsView', 'wayLocated'], known)}
  ARRAY JOIN arrayFilter((page, isView, located) -> isView AND located, wayPages, wayIsView, wayLocated) AS page
  GROUP BY path ORDER BY views DESC, path LIMIT ${NAMES}`;
