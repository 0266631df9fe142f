import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { forAWhile, underLoad } from './under-load.ts';

/** Processes that the server started. */
const childrenOf = (pid: number): number[] =>
  execFileSync('ps', ['-e', '-o', 'pid=,ppid='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .flatMap(([child, parent]) => (parent === pid && child !== undefined ? [child] : []));

test('when the engine is killed under load again and again, nothing is lost, nothing doubled, and nobody is refused', () =>
  underLoad(async (load) => {
    let kills = 0;
    for (let round = 0; round < 8; round += 1) {
      await forAWhile(300, 900);
      for (const pid of childrenOf(load.server.pid)) {
        process.kill(pid, 'SIGKILL');
        kills += 1;
      }
    }
    await forAWhile();
    const pid = load.server.pid;
    expect(await load.settle()).toMatchObject({ lost: [], doubled: [], refused: [] });
    expect(kills).toBeGreaterThan(2);
    expect(load.server.pid).toBe(pid);
  }));
