import type { Condition, StudySettings } from '@sightline/protocol';
import { latinSquare } from './latin-square.ts';
import { shuffled } from './shuffled.ts';

/** The place of somebody who counts: who dropped out, was excluded or withdrew holds none. */
export interface Held {
  slot: number;
  condition: string | null;
}

/** Where the next participant goes. */
export interface Assigned {
  slot: number;
  condition: string | null;
  /** All conditions they meet, in their order. */
  order: string[];
}

/**
 * The next participant's condition, from who is there already; undefined where every place is taken. Places are numbered: whoever
 * comes takes the first that is free, so that a place given up is filled again before a new block is begun.
 */
export function assign(
  { assignment, conditions, blockSize }: Pick<StudySettings, 'assignment' | 'conditions' | 'blockSize'>,
  held: readonly Held[],
  seed: string,
): Assigned | undefined {
  const [first] = conditions;
  const taken = new Set(held.map(({ slot }) => slot));
  if (assignment === 'none' || !first) return { slot: firstFree(taken, () => true), condition: null, order: [] };
  if (assignment === 'latin') return latin(conditions, taken, seed);
  const open = conditions.filter(({ name, quota }) => quota === null || countOf(held, name) < quota);
  if (open.length === 0) return undefined;
  if (assignment === 'quota') {
    const slot = firstFree(taken, () => true);
    const { name } = emptiest(open, held, `${seed}:${slot}`);
    return { slot, condition: name, order: [name] };
  }
  const names = new Set(open.map(({ name }) => name));
  const conditionAt = (slot: number) => blockCondition(conditions, blockSize, slot, seed);
  const slot = firstFree(taken, (free) => names.has(conditionAt(free)));
  return { slot, condition: conditionAt(slot), order: [conditionAt(slot)] };
}

/** The condition at a place: each block holds every condition equally often, in an order of its own. */
function blockCondition(conditions: readonly Condition[], blockSize: number, slot: number, seed: string): string {
  const repeats = Math.max(1, Math.floor(blockSize / conditions.length));
  const size = repeats * conditions.length;
  const block = shuffled(
    Array.from({ length: size }, (_, place) => conditions[place % conditions.length]?.name ?? ''),
    `${seed}:block ${Math.floor(slot / size)}`,
  );
  return block[slot % size] ?? '';
}

/** Rows of the square in turn, each square's rows in a random order. All quotas together are the number of participants. */
function latin(conditions: readonly Condition[], taken: ReadonlySet<number>, seed: string): Assigned | undefined {
  const quotas = conditions.map(({ quota }) => quota);
  const most = quotas.every((quota) => quota !== null) ? quotas.reduce((sum, quota) => sum + quota, 0) : Infinity;
  if (taken.size >= most) return undefined;
  const rows = latinSquare(conditions.length);
  const slot = firstFree(taken, () => true);
  const row = shuffled(rows, `${seed}:square ${Math.floor(slot / rows.length)}`)[slot % rows.length] ?? [];
  const order = row.map((condition) => conditions[condition]?.name ?? '');
  return { slot, condition: order[0] ?? null, order };
}

/** Where the smallest part of the quota is there; where there is no quota, the fewest people. Chance decides between equals. */
function emptiest(open: readonly Condition[], held: readonly Held[], seed: string): Condition {
  const share = ({ name, quota }: Condition) => countOf(held, name) / (quota ?? 1_000_000);
  const [best, ...others] = shuffled(open, seed);
  if (!best) throw new Error('assign: expected an open condition, got none');
  return others.reduce((least, condition) => (share(condition) < share(least) ? condition : least), best);
}

const countOf = (held: readonly Held[], condition: string): number => held.filter((one) => one.condition === condition).length;

function firstFree(taken: ReadonlySet<number>, suits: (slot: number) => boolean): number {
  let slot = 0;
  while (taken.has(slot) || !suits(slot)) slot += 1;
  return slot;
}
