import { readdirSync, readFileSync } from 'node:fs';

/** A clock tick of Linux, in which processor time is told. */
const TICK_MS = 10;

/** Processor time of a process and its descendants so far, in ms. Linux only. */
export const cpuMs = (root: number): number => sum(processTree(root).map((pid) => ticks(pid) * TICK_MS));

/**
 * Memory of a process and its descendants: what they allocated, which the machine cannot take back; that plus their share of files that
 * lie in memory, such as the engine's library; and all that is resident.
 */
export const memoryOf = (root: number) => {
  const texts = processTree(root).flatMap((pid) => textOf(`/proc/${pid}/smaps_rollup`));
  const megabytes = (field: string) =>
    Math.round(sum(texts.map((text) => Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(text)?.[1] ?? 0))) / 1_024);
  return { processes: texts.length, ownMb: megabytes('Pss_Anon'), shareMb: megabytes('Pss'), residentMb: megabytes('Rss') };
};

function processTree(root: number): number[] {
  const parents = readdirSync('/proc').flatMap((name) =>
    /^\d+$/.test(name) ? [{ pid: Number(name), parent: Number(fieldsOf(Number(name))[1] ?? 0) }] : [],
  );
  const tree = [root];
  // Grows as it is walked: children of children follow.
  for (const of of tree) tree.push(...parents.filter(({ parent }) => parent === of).map(({ pid }) => pid));
  return tree;
}

const ticks = (pid: number): number => Number(fieldsOf(pid)[11] ?? 0) + Number(fieldsOf(pid)[12] ?? 0);

/** The fields of `/proc/<pid>/stat` after the name, which may hold anything. */
function fieldsOf(pid: number): string[] {
  const [text = ''] = textOf(`/proc/${pid}/stat`);
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
}

function textOf(path: string): string[] {
  try {
    return [readFileSync(path, 'utf8')];
  } catch {
    return []; // The process ended between being listed and being read.
  }
}

const sum = (numbers: number[]): number => numbers.reduce((all, one) => all + one, 0);
