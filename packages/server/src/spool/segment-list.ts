import { join } from 'node:path';
import type { BaseLogger } from 'pino';
import type { Files } from './files.ts';
import { pause } from './pause.ts';
import { recoverSegment } from './recover-segment.ts';
import { sequenceOf, type Segment } from './segment.ts';

/** What the list of segments needs. */
export interface SegmentListDeps {
  dir: string;
  cutDirectory: string;
  files: Files;
  log: Pick<BaseLogger, 'warn' | 'error'>;
}

interface Doubtful {
  segment: Segment;
  /** What lies behind was never acknowledged; unknown for what another process left. */
  keep: number;
  failures: number;
}

/** After so many vain attempts younger segments no longer wait for it. */
const ATTEMPTS_IN_ORDER = 3;
/** A disk that cannot mend a segment now is asked again after this time. */
const MEND_AGAIN_MS = 1_000;

/** The closed segments in order; those that may be damaged are mended first, in the background, so that a start stays quick. */
export async function createSegmentList({ dir, cutDirectory, files, log }: SegmentListDeps) {
  const listeners = new Set<() => void>();
  const ready = new Map<string, Segment>();
  const doubtful = await found();
  const stop = new AbortController();
  let mending: Promise<void> | undefined;
  let bytes = doubtful.reduce((sum, { segment }) => sum + segment.bytes, 0);
  const lastSequence = Math.max(0, ...doubtful.map(({ segment }) => sequenceOf(segment.token) ?? 0));

  async function found(): Promise<Doubtful[]> {
    const names = (await files.names(dir)).filter((name) => sequenceOf(name) !== undefined).sort();
    return Promise.all(
      names.map(async (name) => {
        const path = join(dir, name);
        const { bytes: length, modifiedAt } = await files.stat(path);
        return { segment: { path, token: name, bytes: length, openedAt: modifiedAt }, keep: Number.POSITIVE_INFINITY, failures: 0 };
      }),
    );
  }

  async function mend(): Promise<void> {
    for (let next = doubtful[0]; next && !stop.signal.aborted; next = doubtful[0]) {
      try {
        const left = await recoverSegment({ files, cutDirectory, log }, next.segment.path, next.keep);
        doubtful.splice(doubtful.indexOf(next), 1);
        bytes += left - next.segment.bytes;
        if (left > 0) ready.set(next.segment.token, { ...next.segment, bytes: left });
        tell();
      } catch (error) {
        next.failures += 1;
        doubtful.push(...doubtful.splice(doubtful.indexOf(next), 1));
        log.error({ err: error, segment: next.segment.path }, 'spool: a segment could not be mended; trying again');
        await pause(MEND_AGAIN_MS, stop.signal);
      }
    }
    mending = undefined;
  }

  function startMending(): void {
    if (doubtful.length > 0) mending ??= mend();
  }

  const tell = (): void => {
    for (const listener of listeners) listener();
  };

  startMending();

  return {
    lastSequence: () => lastSequence,
    add(segment: Segment): void {
      ready.set(segment.token, segment);
      bytes += segment.bytes;
      tell();
    },
    /** Its writing failed behind `segment.bytes`. */
    addDamaged(segment: Segment): void {
      doubtful.push({ segment, keep: segment.bytes, failures: 0 });
      bytes += segment.bytes;
      startMending();
    },
    /** Oldest first, and nothing younger than what is still being mended, so that order holds. */
    ready(): Segment[] {
      const awaited = doubtful.filter(({ failures }) => failures < ATTEMPTS_IN_ORDER).map(({ segment }) => segment.token);
      return [...ready.values()]
        .filter(({ token }) => awaited.every((other) => token < other))
        .sort((a, b) => (a.token < b.token ? -1 : 1));
    },
    recovered: (): Promise<void> => mending ?? Promise.resolve(),
    onReady(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async remove(segment: Segment): Promise<void> {
      if (ready.delete(segment.token)) bytes -= segment.bytes;
      await files.remove(segment.path);
    },
    bytes: () => bytes,
    oldestAt(): number | undefined {
      const all = [...ready.values(), ...doubtful.map(({ segment }) => segment)];
      return all.length === 0 ? undefined : Math.min(...all.map(({ openedAt }) => openedAt));
    },
    async stop(): Promise<void> {
      stop.abort();
      await mending;
    },
  };
}
