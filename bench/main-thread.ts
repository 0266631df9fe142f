import { readFileSync } from 'node:fs';

/** Linux counts a thread's time in hundredths of a second, whatever the kernel's own tick is. */
const TICK_MS = 10;
/** `utime` and `stime` among the fields behind the name (proc(5)). */
const USER = 11;
const SYSTEM = 12;

/** CPU time that the main thread of a process has used, in ms; undefined where the system does not tell. */
export function mainThreadMs(pid: number): number | undefined {
  if (process.platform !== 'linux') return undefined;
  const text = readFileSync(`/proc/${pid}/task/${pid}/stat`, 'utf8');
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[USER]) + Number(fields[SYSTEM])) * TICK_MS;
}

/** CPU time of one event as it stands in the results: on a busy machine it says more than the rate. */
export const cpuPerEvent = (ms: number | undefined, events: number): string =>
  ms === undefined ? 'not told by this system' : `${((ms * 1_000) / events).toFixed(1)} µs`;
