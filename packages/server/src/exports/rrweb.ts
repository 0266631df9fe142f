import { allEvents } from '../recording/all-events.ts';
import { assetAddresses } from './asset-addresses.ts';
import type { RecordingExport } from './recording-export.ts';

/** A JSON array of rrweb events as they came, in order: what any rrweb player reads. Their times are on the page's clock. */
export const rrweb: RecordingExport = {
  name: 'rrweb',
  mediaType: 'application/json',
  fileName: (session) => `sightline-${session}.rrweb.json`,
  async *write(store, { withAssets, ...key }) {
    const addresses = withAssets ? assetAddresses(store, key.flight) : undefined;
    yield '[';
    for await (const events of (await allEvents(store, key)) ?? [])
      yield addresses === undefined ? events : await addresses.writtenInto(events);
    yield ']\n';
  },
};
