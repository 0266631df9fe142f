import type { ExportFormat, ExportedEvent } from './export-format.ts';

/** One JSON object per line and event, fields as in the protocol's `StoredEvent`; order: session, then time. */
export const jsonl: ExportFormat = {
  name: 'jsonl',
  mediaType: 'application/x-ndjson',
  fileName: (flight) => `sightline-${flight}.jsonl`,
  async *write(events) {
    for await (const event of events) yield `${JSON.stringify(plain(event))}\n`;
  },
};

const plain = ({ sessionStartedAt, ...event }: ExportedEvent) => ({ ...event, sinceSessionStartMs: event.at - sessionStartedAt });
