import type { QuestionDeps } from './question.ts';
import { storeReadings, type ReadingRow } from './store-readings.ts';

/** A number of a session, or of a part of it, as it is stored. */
export interface ResultRow {
  metric: string;
  version: number;
  parameters: string;
  amount: string;
  kind: string;
  part: string;
  session: string;
  value: number | null;
  eventsSeen: number;
}

/** Sessions that were measured by a set of definitions. */
export interface MeasuredRows {
  flight: string;
  definitions: string;
  results: readonly ResultRow[];
  readings: readonly ReadingRow[];
  sessions: readonly { session: string; eventsSeen: number }[];
}

/** Keeps results, and then that they are kept: what a crash cuts off between the two is measured again. */
export async function storeResults(
  { engine, now }: QuestionDeps,
  { flight, definitions, results, readings, sessions }: MeasuredRows,
): Promise<void> {
  const computedAt = now();
  await engine.use(async (client) => {
    if (results.length > 0) {
      await client.insert({
        table: 'results',
        columns: ['flight', 'metric', 'version', 'parameters', 'amount', 'kind', 'part', 'session', 'value', 'eventsSeen', 'computedAt'],
        values: results.map((row) => [
          flight,
          row.metric,
          row.version,
          row.parameters,
          row.amount,
          row.kind,
          row.part,
          row.session,
          row.value,
          row.eventsSeen,
          computedAt,
        ]),
        format: 'JSONCompactEachRow',
      });
    }
    if (readings.length > 0) await storeReadings(client, { flight, readings, computedAt });
    await client.insert({
      table: 'measured',
      columns: ['flight', 'session', 'definitions', 'eventsSeen', 'computedAt'],
      values: sessions.map(({ session, eventsSeen }) => [flight, session, definitions, eventsSeen, computedAt]),
      format: 'JSONCompactEachRow',
    });
  });
}
