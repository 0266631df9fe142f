import type { Client } from '@sightline/client';
import { beginnings } from '@sightline/metrics';
import type { RecordedTab, RecordingPart } from '@sightline/protocol';
import type { RecordedEvents } from './stage-events.ts';

export interface ReaderDeps {
  api: Pick<Client, 'recordingPart'>;
  session: string;
  /** What is known of a tab's recording now. */
  tab: () => RecordedTab | undefined;
}

/** How much is read at once: the rest is read while this is shown. */
const AT_ONCE_MS = 15_000;

/** Reads one tab's recording forward from a moment: first what shows the moment, then what follows. */
export function createReader({ api, session, tab }: ReaderDeps) {
  let next = 0;
  let lastUntil = -Infinity;
  let beginsAt = Infinity;

  const nextRun = () => tab()?.runs.find(({ to }) => to >= next);
  /** Not every client numbers its chunks without gaps: only what is known to be missing is a hole. */
  const isHole = (from: number, to: number) => tab()?.missing.some((gone) => gone.from < to && gone.to >= from) ?? false;
  /** The sequence up to which runs follow without a hole, and begin before an instant. */
  const lastBefore = (at: number): number | undefined => {
    let end: number | undefined;
    for (const run of tab()?.runs ?? []) {
      if (run.to < next) continue;
      if (isHole(end === undefined ? next : end + 1, run.from) || (run.at > at && end !== undefined)) break;
      end = run.to;
    }
    return end;
  };
  const part = async (to: number, checkpoint: number | undefined, signal: AbortSignal): Promise<RecordingPart> => {
    const asked = { from: next, to, ...(checkpoint !== undefined && { checkpoint }) };
    const answer = await api.recordingPart(session, tab()?.tab ?? '', asked, signal);
    lastUntil = answer.chunks.at(-1)?.until ?? lastUntil;
    next = (answer.next ?? to + 1) > next ? (answer.next ?? to + 1) : to + 1;
    return answer;
  };
  const read = async (to: number, signal: AbortSignal): Promise<RecordedEvents[]> => {
    const parts: RecordedEvents[] = [];
    while (next <= to) parts.push(...(await part(to, undefined, signal)).chunks);
    return parts;
  };

  return {
    /** Everything that a moment's picture is made of. */
    async open(at: number, signal: AbortSignal): Promise<RecordedEvents[]> {
      const recorded = tab();
      for (const { from, to, checkpoint, shownUntil } of recorded ? beginnings(recorded, at) : []) {
        next = from;
        beginsAt = checkpoint === undefined ? from : Infinity;
        lastUntil = shownUntil ?? lastUntil;
        if (checkpoint === undefined) return read(to, signal);
        const { keyframe, chunks } = await part(to, checkpoint, signal);
        // A late chunk may have made it another: the one before is as good, and only further away.
        if (keyframe) return [keyframe, ...chunks, ...(await read(to, signal))];
      }
      return [];
    },
    /** Whether what was opened is the recording's beginning. */
    isBeginning: (): boolean => beginsAt <= (tab()?.runs[0]?.from ?? -1),
    /** What follows, up to a little after an instant; nothing where there is no more, or a hole. */
    async readOn(at: number, signal: AbortSignal): Promise<RecordedEvents[]> {
      const to = lastBefore(at + AT_ONCE_MS);
      return to === undefined ? [] : read(to, signal);
    },
    /** Up to when everything has been read: the beginning of the next chunks, or for ever where there are none yet. */
    readUntil(): number {
      const run = nextRun();
      if (!run) return Infinity;
      return run.from < next ? lastUntil : run.at;
    },
    /** Whether there is more, and it follows without a hole. */
    hasMore(): boolean {
      const run = nextRun();
      return run !== undefined && !isHole(next, run.from);
    },
  };
}

export type Reader = ReturnType<typeof createReader>;
