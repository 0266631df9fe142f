import { recentMap } from './recent-map.ts';

/** Which of a batch's events are new here. */
export interface Admission {
  /** No event of the batch can have been stored before. */
  fresh: boolean;
  /** Sequences that came before: stored, or about to be. */
  known: ReadonlySet<number>;
  /** The originals of `known` that are not on disk yet; fails where one of them fails. */
  originals: Promise<unknown> | undefined;
  /** Says what becomes of the new ones. */
  settle(stored: Promise<void>): void;
}

/** A bounded memory of the sequences that arrived, by tab. */
export interface Tabs {
  admit(tab: string, sequences: readonly number[], resent: boolean): Admission;
}

interface Tab {
  /** Sequences that arrived, as ranges in order, both ends included. */
  ranges: Range[];
  pending: { sequences: readonly number[]; stored: Promise<void> }[];
  /** Something was forgotten or failed half-way: nothing of this tab is surely new any more. */
  doubtful: boolean;
}
type Range = [from: number, to: number];

const TABS = 50_000;
/** A tab counts without gaps; many ranges mean that it does not, and the lowest are forgotten first. */
const RANGES = 64;
const NONE: ReadonlySet<number> = new Set<number>();

/** Tells what a tab sends again from what is new, so that a duplicate is acknowledged without being written twice. */
export function createTabs(): Tabs {
  const tabs = recentMap<string, Tab>(TABS);
  return {
    admit(key, sequences, resent) {
      const tab = tabs.get(key) ?? { ranges: [], pending: [], doubtful: false };
      tabs.set(key, tab);
      const known = sequences.some((sequence) => has(tab, sequence)) ? new Set(sequences.filter((sequence) => has(tab, sequence))) : NONE;
      const added = known.size === 0 ? sequences : sequences.filter((sequence) => !known.has(sequence));
      for (const sequence of added) add(tab, sequence);
      const originals = known.size === 0 ? [] : tab.pending.filter(({ sequences: sent }) => sent.some((sequence) => known.has(sequence)));
      return {
        fresh: !resent && known.size === 0 && !tab.doubtful,
        known,
        originals: originals.length === 0 ? undefined : Promise.all(originals.map(({ stored }) => stored)),
        settle: (stored) => follow(tab, added, stored),
      };
    },
  };
}

function follow(tab: Tab, added: readonly number[], stored: Promise<void>): void {
  const batch = { sequences: added, stored };
  const end = () => tab.pending.splice(tab.pending.indexOf(batch), 1);
  tab.pending.push(batch);
  stored.then(end, () => {
    end();
    tab.doubtful = true;
    for (const sequence of added) remove(tab, sequence);
  });
}

const has = ({ ranges }: Tab, sequence: number): boolean =>
  ranges.length > 0 && sequence <= highest(ranges) && ranges.some(([from, to]) => from <= sequence && sequence <= to);

const highest = (ranges: Range[]): number => ranges.at(-1)?.[1] ?? -1;

function add(tab: Tab, sequence: number): void {
  const { ranges } = tab;
  const last = ranges.at(-1);
  if (last !== undefined && sequence === last[1] + 1) last[1] = sequence;
  else if (last === undefined || sequence > last[1]) ranges.push([sequence, sequence]);
  else if (!has(tab, sequence)) insert(ranges, sequence);
  if (ranges.length <= RANGES) return;
  ranges.shift();
  tab.doubtful = true;
}

function insert(ranges: Range[], sequence: number): void {
  const at = ranges.findIndex(([from]) => from > sequence);
  const next = ranges[at];
  const before = ranges[at - 1];
  const joinsBefore = before !== undefined && before[1] + 1 === sequence;
  const joinsNext = next !== undefined && next[0] - 1 === sequence;
  if (joinsBefore && joinsNext) ranges.splice(at - 1, 2, [before[0], next[1]]);
  else if (joinsBefore) before[1] = sequence;
  else if (joinsNext) next[0] = sequence;
  else ranges.splice(at, 0, [sequence, sequence]);
}

function remove({ ranges }: Tab, sequence: number): void {
  const at = ranges.findIndex(([from, to]) => from <= sequence && sequence <= to);
  const range = ranges[at];
  if (range === undefined) return;
  const parts: Range[] = [
    [range[0], sequence - 1],
    [sequence + 1, range[1]],
  ];
  ranges.splice(at, 1, ...parts.filter(([from, to]) => from <= to));
}
