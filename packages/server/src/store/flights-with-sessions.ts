import { ask } from './ask.ts';
import type { QuestionDeps } from './question.ts';

/** The flights of which something came since an instant. */
export async function flightsWithSessions({ engine }: QuestionDeps, { changedSince }: { changedSince: number }): Promise<string[]> {
  const rows = await ask<{ flight: string }>(engine, 'SELECT DISTINCT flight FROM tabs WHERE lastReceivedAt >= {changedSince:Int64}', {
    changedSince,
  });
  return rows.map(({ flight }) => flight);
}
