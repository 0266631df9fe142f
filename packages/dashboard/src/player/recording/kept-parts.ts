import type { Client } from '@sightline/client';
import type { RecordingOpening } from '@sightline/protocol';

/** Where a recording's parts come from. */
export type PartSource = Pick<Client, 'recordingPart'>;

/** Answers for parts of a recording out of what came along with its manifest; for the rest the server is asked. */
export function createKeptParts(server: PartSource) {
  let opening: RecordingOpening | undefined;

  return {
    /** Keeps what shows the first moment, until the first question: it may be large. */
    give(given: RecordingOpening | undefined) {
      opening = given;
    },
    async recordingPart(...[session, tab, asked, signal]: Parameters<PartSource['recordingPart']>) {
      const given = opening;
      opening = undefined;
      const isIt = given?.tab === tab && given.from === asked.from && given.to === asked.to && given.checkpoint === asked.checkpoint;
      return isIt ? given.part : server.recordingPart(session, tab, asked, signal);
    },
  };
}
