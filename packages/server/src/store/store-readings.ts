import type { ClickHouseClient } from '@clickhouse/client';
import type { PageReading } from '@sightline/metrics';

/** How a session read a page. */
export interface ReadingRow extends PageReading {
  session: string;
}

/** In `view.reached`: nothing tells it. */
export const NOT_SCROLLED = 255;

/** Keeps how sessions read their pages, a row each. */
export async function storeReadings(
  client: ClickHouseClient,
  { flight, readings, computedAt }: { flight: string; readings: readonly ReadingRow[]; computedAt: number },
): Promise<void> {
  await client.insert({
    table: 'readings',
    columns: ['flight', 'page', 'id', ...COLUMNS, 'computedAt'],
    values: readings.map((reading) => [flight, reading.page, reading.session, ...arraysOf(reading), computedAt]),
    format: 'JSONCompactEachRow',
  });
}

const COLUMNS = [
  ...['viewport', 'height', 'reached'].map((of) => `view.${of}`),
  ...['view', 'top', 'viewport', 'ms'].map((of) => `rest.${of}`),
  ...['path', 'rage', 'hoverMs'].map((of) => `element.${of}`),
].map((column) => `\`${column}\``);

function arraysOf({ views, elements }: PageReading): unknown[][] {
  const rests = views.flatMap((view, index) => view.rests.map((rest) => ({ view: index + 1, ...rest })));
  return [
    views.map(({ viewport = 0 }) => viewport),
    views.map(({ height = 0 }) => height),
    views.map(({ reached = NOT_SCROLLED }) => reached),
    rests.map(({ view }) => view),
    rests.map(({ top }) => top),
    rests.map(({ viewport }) => viewport),
    rests.map(({ ms }) => ms),
    elements.map(({ path }) => path),
    elements.map(({ rage }) => rage),
    elements.map(({ hoverMs }) => hoverMs),
  ];
}
