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

export type EmbeddedRecording = Pick<Client, 'recordingPart'> & { tabs: RecordedTab[] };

/** How much one answer holds, in base64: what is sensible to inflate at once. */
const AT_ONCE = 4 * 1024 * 1024;

/** Answers from a replay file what the query API answers from the store, piece by piece: nothing is inflated before it is shown. */
export function embeddedRecording(document: Document): EmbeddedRecording {
  const pieces = [...document.querySelectorAll('script[data-recording]')].map(pieceOf);
  const piecesOf = (tab: string, kind: Piece['kind']) => pieces.filter((piece) => piece.tab === tab && piece.kind === kind);

  return {
    tabs: [...new Set(pieces.map(({ tab }) => tab))].flatMap((tab) => tabOf(tab, piecesOf(tab, 'chunk'), piecesOf(tab, 'checkpoint'))),

    async recordingPart(_session, tab, { from, to = Number.POSITIVE_INFINITY, checkpoint }) {
      const shown = piecesOf(tab, 'checkpoint').find(({ sequence }) => sequence === checkpoint);
      const asked = piecesOf(tab, 'chunk').filter(({ sequence }) => sequence >= from && sequence <= to);
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
      const next = end < 0 ? null : (asked[end]?.sequence ?? null);
      return { chunks, next, ...(shown && { keyframe: { events: await eventsOf(shown), offsetMs: shown.offsetMs } }) };
    },
  };
}

function pieceOf(element: Element): Piece {
  const { tab, kind, sequence, at, until, offsetMs, snapshot } = JSON.parse(element.getAttribute('data-recording') ?? '{}') as Piece;
  return { tab, kind, sequence, at, until, offsetMs, snapshot, element };
}

function tabOf(tab: string, chunks: Piece[], checkpoints: Piece[]): RecordedTab[] {
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
  return [
    {
      tab: tab as RecordedTab['tab'],
      at: first.at,
      until,
      runs: joined(runs),
      checkpoints: checkpoints.map(({ sequence, at }) => ({ sequence, at })),
      missing: [],
      refused: 0,
      views: [],
      indexed: true,
    },
  ];
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
