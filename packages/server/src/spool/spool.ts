import { join } from 'node:path';
import type { BaseLogger } from 'pino';
import { isNoSpace } from '../is-no-space.ts';
import type { Batch } from '../batch.ts';
import { diskFiles, type Files } from './files.ts';
import { createGroupCommit } from './group-commit.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import { createRoom } from './room.ts';
import { createSegmentList } from './segment-list.ts';
import { segmentName, type Segment } from './segment.ts';
import { createSegmentWriter, type SegmentWriter } from './segment-writer.ts';
import { refusalOf, SpoolFailed } from './spool-refusals.ts';

/** What the spool needs. */
export interface SpoolDeps {
  dir: string;
  log: Pick<BaseLogger, 'info' | 'warn' | 'error'>;
  now?: () => number;
  files?: Files;
  /** A segment is closed at this size; small enough that the store loads it as one block. */
  segmentBytes?: number;
  /** A segment that holds anything is closed at this age where no other waits for the store. */
  segmentAgeMs?: number;
  /** While others wait it goes on growing, as a load costs as much as many thousand of its events; at this age it is closed all the same. */
  segmentHeldMs?: number;
  /** Most that may wait for the store. */
  limitBytes?: number;
  /** What must stay free on the disk. */
  minFreeBytes?: number;
}

export type Spool = Awaited<ReturnType<typeof createSpool>>;

const MIB = 1024 * 1024;

/** Keeps batches on disk until the store has them; what a dead process left is taken up again. */
export async function createSpool({
  dir,
  log,
  now = Date.now,
  files = diskFiles,
  segmentBytes = 32 * MIB,
  segmentAgeMs = 1_000,
  segmentHeldMs = 4_000,
  limitBytes = 8 * 1024 * MIB,
  minFreeBytes = 256 * MIB,
}: SpoolDeps) {
  const cutDirectory = join(dir, 'cut');
  await files.makeDirectory(cutDirectory);
  const segments = await createSegmentList({ dir, cutDirectory, files, log });
  const room = createRoom({ limitBytes, minFreeBytes, freeBytes: () => files.freeBytes(dir), now });
  await room.ready();
  const exclusively = oneAtATime();
  const group = createGroupCommit({ commit: (bytes) => exclusively(() => commit(bytes)) });
  let sequence = segments.lastSequence();
  let writer: SegmentWriter | undefined;
  let ageTimer: NodeJS.Timeout | undefined;
  let isRipe = false;
  let stopped = false;

  async function commit(bytes: Buffer): Promise<void> {
    if (writer !== undefined && writer.bytes() + bytes.length > segmentBytes) await close();
    try {
      writer ??= await begin();
      await writer.write(bytes);
    } catch (error) {
      if (isNoSpace(error)) room.wasRefused();
      log.error({ err: error, bytes: bytes.length }, 'spool: the disk refused a write; its batches were refused');
      await setAside();
      throw refusalOf(error);
    }
    if (writer.bytes() >= segmentBytes) await close();
  }

  async function begin(): Promise<SegmentWriter> {
    sequence += 1;
    const path = join(dir, segmentName(sequence));
    const begun = await createSegmentWriter({ files, path, openedAt: now() });
    ageTimer = setTimeout(ripen, segmentAgeMs);
    return begun;
  }

  function ripen(): void {
    isRipe = true;
    ageTimer = setTimeout(() => void seal(), Math.max(0, segmentHeldMs - segmentAgeMs));
    sealIfAwaited();
  }

  function sealIfAwaited(): void {
    if (isRipe && segments.ready().length === 0) void seal();
  }

  async function close(): Promise<void> {
    const closed = release();
    if (closed === undefined) return;
    await closed.close().catch((error: unknown) => log.warn({ err: error }, 'spool: a segment could not be closed; its content is safe'));
    segments.add(closed.segment());
  }

  /** After a failed write the end of the segment is unknown: nothing may follow it, and nobody may read it before it is cut. */
  async function setAside(): Promise<void> {
    const failed = release();
    if (failed === undefined) return;
    await failed.close().catch(() => {
      // The write's own failure is what gets reported.
    });
    segments.addDamaged(failed.segment());
  }

  function release(): SegmentWriter | undefined {
    clearTimeout(ageTimer);
    const released = writer;
    writer = undefined;
    isRipe = false;
    return released;
  }

  function take(json: string): Promise<void> {
    if (stopped) return Promise.reject(new SpoolFailed('spool: the server is stopping'));
    const refusal = room.refusal(held(), json.length);
    return refusal === undefined ? group.append(json) : Promise.reject(refusal);
  }

  const seal = (): Promise<void> => exclusively(close);
  const bytes = (): number => segments.bytes() + (writer?.bytes() ?? 0);
  const held = (): number => bytes() + group.waitingBytes();

  return {
    /** Resolves when the batch is durable; rejects with `SpoolFull` or `SpoolFailed` where it is not kept. */
    append(batch: Batch): Promise<void> {
      const json = JSON.stringify(batch);
      const looking = room.ready();
      if (looking === undefined) return take(json);
      return looking.then(
        () => take(json),
        (error: unknown) => Promise.reject(refusalOf(error)),
      );
    },
    /** Closes the segment that is being written, if it holds anything. */
    seal,
    /** Segments that can be loaded, oldest first. */
    sealed: (): Segment[] => segments.ready(),
    /** Resolves when everything that was found damaged or left by another process is ready, too. */
    recovered: () => segments.recovered(),
    /** Calls whenever `sealed` may have grown. */
    onSealed: (listener: () => void) => segments.onReady(listener),
    /** Forgets a segment that the store has. */
    async remove(segment: Segment): Promise<void> {
      await segments.remove(segment);
      sealIfAwaited();
    },
    /** Bytes that wait for the store. */
    bytes,
    /** When the oldest batch that waits for the store was taken, at the earliest. */
    oldestAt: (): number | undefined => segments.oldestAt() ?? writer?.openedAt,
    /** Why nothing is taken at the moment; empty while the spool takes. */
    async fullBecause(): Promise<string[]> {
      await room.ready();
      room.refusal(held(), 0);
      return room.reasons();
    },
    /** Takes nothing more, makes durable what came, and closes the segment. */
    async stop(): Promise<void> {
      stopped = true;
      await group.settled();
      await seal();
      await segments.stop();
    },
  };
}
