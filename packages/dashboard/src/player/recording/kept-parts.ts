import type { Client } from '@sightline/client';
import type { LiveChunk, RecordedTab, RecordingOpening } from '@sightline/protocol';

/** Where a recording's parts come from. */
export type PartSource = Pick<Client, 'recordingPart'>;

/** Answers for parts of a recording out of what is here already: what came along with the manifest, and what was told as it happened. */
export function createKeptParts(server: PartSource) {
  let opening: RecordingOpening | undefined;
  const chunks = new Map<string, Map<number, LiveChunk>>();
  let bytes = 0;

  /** The chunks at the end of a range that are all here. */
  const keptUntil = (tab: string, from: number, to: number): LiveChunk[] => {
    const kept: LiveChunk[] = [];
    for (let sequence = to; sequence >= from; sequence -= 1) {
      const chunk = chunks.get(tab)?.get(sequence);
      if (!chunk) break;
      kept.push(chunk);
    }
    return kept.toReversed();
  };

  return {
    /** Keeps what shows the first moment, until the first question: it may be large. */
    give(given: RecordingOpening) {
      opening = given;
    },
    /** Keeps chunks that the store may not have yet. */
    keep(tab: string, came: readonly LiveChunk[]) {
      const ofTab = chunks.get(tab) ?? new Map<number, LiveChunk>();
      chunks.set(tab, ofTab);
      for (const chunk of came) {
        ofTab.set(chunk.sequence, chunk);
        bytes += chunk.bytes;
      }
    },
    /** Lets go of what the store has. */
    release(stored: readonly RecordedTab[]) {
      for (const { tab, runs } of stored) {
        const ofTab = chunks.get(tab);
        for (const chunk of ofTab?.values() ?? []) {
          if (!runs.some(({ from, to }) => from <= chunk.sequence && to >= chunk.sequence)) continue;
          ofTab?.delete(chunk.sequence);
          bytes -= chunk.bytes;
        }
      }
    },
    /** Characters of events that are kept. */
    bytes: () => bytes,
    async recordingPart(...[session, tab, asked, signal]: Parameters<PartSource['recordingPart']>) {
      const given = opening;
      opening = undefined;
      const { from, to, checkpoint } = asked;
      if (given?.tab === tab && given.from === from && given.to === to && given.checkpoint === checkpoint) return given.part;
      const kept = to === undefined ? [] : keptUntil(tab, from, to);
      const [first] = kept;
      if (!first) return server.recordingPart(session, tab, asked, signal);
      if (first.sequence === from && checkpoint === undefined) return { chunks: kept, next: null };
      const before = await server.recordingPart(session, tab, { ...asked, to: Math.max(from, first.sequence - 1) }, signal);
      return before.next === null
        ? { ...before, chunks: [...before.chunks.filter(({ sequence }) => sequence < first.sequence), ...kept] }
        : before;
    },
  };
}
