import { appendFileSync, existsSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { measureSync } from './measure-sync.ts';
import type { Line, Trial } from './trial.ts';
import { trials } from './trials.ts';

/** Runs the trials that are named, or all, prints their results and adds them to the record. */
const RESULTS = fileURLToPath(new URL('../../bench/results.md', import.meta.url));

const named = process.argv.slice(2);
const unknown = named.filter((name) => !trials.some((trial) => trial.name === name));
if (unknown.length > 0) throw new Error(`expected trials of ${trials.map(({ name }) => name).join(', ')}; got ${unknown.join(', ')}`);

if (!existsSync(RESULTS)) writeFileSync(RESULTS, '# Results\n');
keep(`\n## ${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC\n\n${machine(await measureSync())}\n`);
for (const trial of trials.filter(({ name }) => named.length === 0 || named.includes(name))) {
  const lines = await trial.run().catch((error: unknown): Line[] => {
    process.exitCode = 1;
    return [{ what: 'failed', value: error instanceof Error ? error.message : String(error) }];
  });
  keep(table(trial, lines));
}

function machine(syncsPerSecond: number): string {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 1024 ** 3);
  return `${cpus().length} × ${cpu?.model ?? 'unknown processor'}, ${memory} GiB, Node ${process.version}, ${process.platform}; 4 KiB append and fdatasync: ${syncsPerSecond}/s`;
}

function table({ name, conditions }: Trial, lines: Line[]): string {
  const rows = lines.map(({ what, value, bar }) => `| ${what} | ${value} | ${bar ?? ''} |`).join('\n');
  return `\n### ${name}\n\n${conditions}\n\n| | measured | bar |\n| --- | --- | --- |\n${rows}\n`;
}

function keep(text: string): void {
  process.stdout.write(text);
  appendFileSync(RESULTS, text);
}
