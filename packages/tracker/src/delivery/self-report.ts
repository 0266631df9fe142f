import type { TrackerReportDetails } from '@sightline/protocol';
import type { Core } from './core.ts';
import type { Room } from './room.ts';
import type { Network } from '../page/network.ts';
import { TRACKER_VERSION } from '../version.ts';

/** A document that stays open tells how it goes, too. */
const REPORT_AFTER_MS = 5 * 60_000;

/** Tells what the tracker itself costs, as each document is left and now and then before. */
export function selfReport(
  { surface, token, addresses }: Pick<Core, 'surface' | 'token' | 'addresses'>,
  { bytesSent, leftOut }: Pick<Network, 'bytesSent'> & Pick<Room, 'leftOut'>,
): void {
  const { page, recorder, onLeave, options, storage } = surface;
  const configuration = hashOf(JSON.stringify([token, addresses, options]));
  let reported = '';

  const report = (at?: number) => {
    const details: TrackerReportDetails = {
      trackerVersion: TRACKER_VERSION,
      configuration,
      settingsHash: options.settingsHash,
      mainThreadMs: Math.round(page.spentMs() * 10) / 10,
      documentMs: Math.round(page.monotonic()),
      bytesSent: bytesSent(),
      storage: storage(),
      dropped: leftOut(),
      recording: surface.carriage?.report?.(),
    };
    const text = JSON.stringify([details.bytesSent, details.dropped]);
    if (text !== reported) recorder.record({ type: 'statusEvent', name: 'trackerReport', details, quiet: true, at });
    reported = text;
  };
  const repeat = () => {
    report();
    page.after(REPORT_AFTER_MS, repeat);
  };

  onLeave(report);
  page.after(REPORT_AFTER_MS, repeat);
}

/** A short name for a text: FNV-1a, 32 bits. */
export function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
