import { DERIVED } from '@sightline/metrics';
import type { FlightFacets } from '@sightline/protocol';
import { ask } from './ask.ts';
import { IS_VIEW, landmarkEvents } from './landmark-events.ts';
import { asText, DEVICE } from './matching-sessions.ts';
import { NEWEST_DERIVED } from './newest-derived.ts';
import type { QuestionDeps } from './question.ts';
import { sessionTable } from './session-table.ts';

/** As many values of a field as a menu can show; a participant's code has thousands. */
const VALUES = 50;
const NAMES = 200;

/** What a flight's sessions can be filtered and grouped by. Counts of events take one that was sent twice for two until the store has merged. */
export async function flightFacets({ engine }: QuestionDeps, flight: string): Promise<FlightFacets> {
  const [values, devices, events, pages] = await Promise.all([
    ask<{ field: string; value: string; sessions: number; distinct: number }>(engine, FIELDS, { flight }),
    ask<FlightFacets['devices'][number]>(engine, DEVICES, { flight }),
    ask<FlightFacets['events'][number]>(engine, EVENTS, { flight }),
    ask<FlightFacets['pages'][number]>(engine, PAGES, { flight }),
  ]);
  const fields = new Map<string, FlightFacets['fields'][number]>();
  for (const { field, value, sessions, distinct } of values) {
    const known = fields.get(field) ?? { field, distinct, values: [] };
    known.values.push({ value, sessions });
    fields.set(field, known);
  }
  return { fields: [...fields.values()], devices, events, pages };
}

const FIELDS = `
  SELECT pair.1 AS field, ${asText('pair.2')} AS value, count() AS sessions, count() OVER (PARTITION BY field) AS distinct
  FROM (SELECT JSONExtractKeysAndValuesRaw(data) AS pairs FROM ${sessionTable(['data'])})
  ARRAY JOIN pairs AS pair
  GROUP BY field, value ORDER BY distinct, field, sessions DESC, value LIMIT ${VALUES} BY field`;

const DEVICES = `
  SELECT ${DEVICE} AS device, count() AS sessions FROM ${sessionTable(['agent'])}
  GROUP BY device ORDER BY sessions DESC`;

const EVENTS = `
  SELECT name, events FROM (
    SELECT name, count() AS events FROM events WHERE flight = {flight:String} GROUP BY name
    UNION ALL SELECT concat('${DERIVED}', name) AS called, count() AS events FROM derived WHERE ${NEWEST_DERIVED} GROUP BY name
  ) ORDER BY events DESC, name LIMIT ${NAMES}`;

const PAGES = `
  SELECT page AS path, count() AS views FROM ${landmarkEvents({ select: 'page', where: `${IS_VIEW} AND located`, as: 'once' })}
  GROUP BY path ORDER BY views DESC, path LIMIT ${NAMES}`;
