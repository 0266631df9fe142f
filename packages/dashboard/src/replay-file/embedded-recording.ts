import type { Client } from '@sightline/client';
import type { JsonObject, RecordedTab, RecordingRun } from '@sightline/protocol';

/** What stands in a replay file about each piece of its recording; the piece itself is base64 of gzip, in the same element. */
interface Piece {
  tab: string;
  kind: 'chunk' | 'checkpoint';
  sequence: number;
  at: number;
  until: number;
  offsetMs: number;
  snapshot: boolean;
  element: Element;
}

export type EmbeddedRecording = Pick<Client, 'recordingAt' | 'recordingPart'> & { tabs: RecordedTab[] };

/** How much one answer holds, in base64: what is sensible to inflate at once. */
const AT_ONCE = 4 * 1024 * 1024;

/** Answers from a replay file what the query API answers from the store, piece by piece: nothing is inflated before it is shown. */
export function embeddedRecording(document: Document): EmbeddedRecording {
  const pieces = [...document.querySelectorAll('script[data-recording]')].map(pieceOf);
  const chunksOf = (tab: string) => pieces.filter((piece) => piece.tab === tab && piece.kind === 'chunk');

  return {
    tabs: [...new Set(pieces.map(({ tab }) => tab))].flatMap((tab) => tabOf(tab, chunksOf(tab))),

    async recordingAt(_session, tab, time) {
      const chunks = chunksOf(tab);
      const first = chunks[0];
      if (first === undefined) throw new Error(`recordingAt: expected a tab of the file, got ${JSON.stringify(tab)}`);
      const upTo = Math.max(1, chunks.findLastIndex(({ at }) => at <= time) + 1);
      const snapshot = chunks.findLast((chunk, index) => index < upTo && chunk.snapshot);
      const checkpoint = pieces.findLast((piece) => piece.tab === tab && piece.kind === 'checkpoint' && piece.at <= time);
      const isNearer = checkpoint !== undefined && checkpoint.sequence >= (snapshot?.sequence ?? -1);
      const from = isNearer ? chunks.find(({ sequence }) => sequence > checkpoint.sequence) : (snapshot ?? first);
      const last = chunks[upTo - 1];
      return {
        tab: first.tab as RecordedTab['tab'],
        time: Math.min(Math.max(time, first.at), chunks.at(-1)?.until ?? time),
        keyframe: isNearer ? 'checkpoint' : snapshot ? 'snapshot' : 'start',
        events: isNearer ? await eventsOf(checkpoint) : [],
        offsetMs: (isNearer ? checkpoint : (from ?? first)).offsetMs,
        from: from?.sequence ?? null,
        to: from !== undefined && last !== undefined && last.sequence >= from.sequence ? last.sequence : null,
      };
    },

    async recordingPart(_session, tab, { from, to = Number.POSITIVE_INFINITY }) {
      const asked = chunksOf(tab).filter(({ sequence }) => sequence >= from && sequence <= to);
      let size = 0;
      const end = asked.findIndex(({ element }, index) => (size += element.textContent.length) > AT_ONCE && index > 0);
      const here = end < 0 ? asked : asked.slice(0, end);
      const chunks = await Promise.all(
        here.map(async (piece) => ({
          sequence: piece.sequence,
          at: piece.at,
          until: piece.until,
          offsetMs: piece.offsetMs,
          events: await eventsOf(piece),
        })),
      );
      return { chunks, next: end < 0 ? null : (asked[end]?.sequence ?? null) };
    },
  };
}

function pieceOf(element: Element): Piece {
  const { tab, kind, sequence, at, until, offsetMs, snapshot } = JSON.parse(element.getAttribute('data-recording') ?? '{}') as Piece;
  return { tab, kind, sequence, at, until, offsetMs, snapshot, element };
}

function tabOf(tab: string, chunks: Piece[]): RecordedTab[] {
  const first = chunks[0];
  if (first === undefined) return [];
  const runs = chunks.map((chunk): RecordingRun => ({
    from: chunk.sequence,
    to: chunk.sequence,
    at: chunk.at,
    until: chunk.until,
    offsetMs: chunk.offsetMs,
    chunks: 1,
    count: 0,
    bytes: chunk.element.textContent.length,
    snapshot: chunk.snapshot,
  }));
  const until = Math.max(...chunks.map((chunk) => chunk.until));
  return [{ tab: tab as RecordedTab['tab'], at: first.at, until, runs: joined(runs), missing: [], refused: 0, views: [], indexed: true }];
}

/** Whoever reads a file reads on over a hole: nothing will ever fill it. */
function joined(runs: RecordingRun[]): RecordingRun[] {
  return runs.map((run, index) => ({ ...run, to: (runs[index + 1]?.from ?? run.to + 1) - 1 }));
}

async function eventsOf({ element }: Piece): Promise<JsonObject[]> {
  const bytes = Uint8Array.from(atob(element.textContent.trim()), (character) => character.charCodeAt(0));
  const inflated = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return (await new Response(inflated).json()) as JsonObject[];
}
