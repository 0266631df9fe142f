import { execFileSync, spawnSync } from 'node:child_process';
import type { Cells } from './cells.ts';

/** A Python that has pandas: the system's first, which distributions package it for. */
export const PYTHON = ['/usr/bin/python3', 'python3'].find((python) => spawnSync(python, ['-c', 'import pandas']).status === 0);

const PROGRAM = new URL('./by_pandas', import.meta.url).pathname;

/** What an export says of a session's metrics, and what pandas computes of its tables. */
export const inPandas = (folder: string, session: string): { exported: Cells; computed: Cells } =>
  run([PROGRAM, session], folder) as { exported: Cells; computed: Cells };

/** What downloaded exports say of metrics, each by session. */
export const ofDownloads = (zips: readonly string[]): Record<string, Cells>[] =>
  run([`${PROGRAM}/of_downloads.py`, ...zips]) as Record<string, Cells>[];

const run = (given: readonly string[], folder = PROGRAM): unknown =>
  JSON.parse(
    execFileSync(PYTHON ?? 'python3', given, {
      cwd: folder,
      env: { ...process.env, PYTHONPATH: folder, PYTHONDONTWRITEBYTECODE: '1' },
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
    }),
  );
