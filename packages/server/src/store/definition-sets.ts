import { ask } from './ask.ts';
import type { QuestionDeps } from './question.ts';

/** Notes which definitions a set has, so that a later one computes only what differs. */
export async function noteDefinitions(
  { engine }: QuestionDeps,
  { hash, members }: { hash: string; members: readonly string[] },
): Promise<void> {
  await engine.use((client) =>
    client.insert({ table: 'definitions', columns: ['hash', 'members'], values: [{ hash, members }], format: 'JSONEachRow' }),
  );
}

/** The sets of definitions that stored results are of. */
export async function definitionSets({ engine }: QuestionDeps): Promise<Map<string, ReadonlySet<string>>> {
  const rows = await ask<{ hash: string; members: string[] }>(engine, 'SELECT hash, members FROM definitions FINAL');
  return new Map(rows.map(({ hash, members }) => [hash, new Set(members)]));
}
