import { sightline } from '../server.ts';
import type { Visitor } from './visitor.ts';

/** What was acknowledged against what is stored. */
export interface Reckoning {
  acknowledged: number;
  stored: number;
  /** Ids that were acknowledged and are not stored. */
  lost: string[];
  /** Ids, and places in a tab, that are stored more than once. */
  doubled: string[];
  /** What the server answered where it did not take something. */
  refused: string[];
}

/** Exports everything, and compares it event by event with what the visitors were told. */
export async function reckon(dataDir: string, visitors: Visitor[]): Promise<Reckoning> {
  const text = await sightline(dataDir, ['export', '--flight', 'default', '--format', 'jsonl', '--out', '-']);
  const events = text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { session: string; tab: string; sequence: number; details: { id: string } });
  const ids = events.map(({ details }) => details.id);
  const acknowledged = visitors.flatMap((visitor) => visitor.acknowledged());
  const stored = new Set(ids);
  return {
    acknowledged: acknowledged.length,
    stored: events.length,
    lost: acknowledged.filter((id) => !stored.has(id)),
    doubled: [...repeated(ids), ...repeated(events.map(({ session, tab, sequence }) => `${session}/${tab}/${sequence}`))],
    refused: visitors.flatMap((visitor) => visitor.refused()),
  };
}

function repeated(values: string[]): string[] {
  const seen = new Set<string>();
  return values.filter((value) => seen.has(value) || !seen.add(value));
}
