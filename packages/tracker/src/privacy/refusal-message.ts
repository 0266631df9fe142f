import type { TrackingRefusedDetails } from '@sightline/protocol';
import { collectText } from '../outbox/collect-text.ts';
import { TRACKER_VERSION } from '../version.ts';

export interface RefusalMessage {
  token: string;
  signal: TrackingRefusedDetails['signal'];
  /** Milliseconds since 1970. */
  now: number;
  pageOrigin: string;
  uuid: () => string;
}

/** That somebody's browser asked not to track, and nothing else: no visitor, no address, ids that are used once and kept nowhere. */
export function refusalMessage({ token, signal, now, pageOrigin, uuid }: RefusalMessage): string {
  const session = uuid();
  const handshake = {
    messageType: 'logui-handshake-request',
    sessionUUID: session,
    clientTimestamp: now,
    clientVersion: TRACKER_VERSION,
    applicationIdentifier: token,
    applicationSpecificData: {},
    protocolVersion: 1,
    pageOrigin,
  };
  const details: TrackingRefusedDetails = { signal };
  const event = { sequence: 0, timestamp: now, eventType: 'statusEvent', eventName: 'trackingRefused', details };
  const payload = { messageType: 'logui-event-payload', batch: uuid(), tab: uuid(), session, events: [event] };
  return collectText(JSON.stringify(handshake), [JSON.stringify(payload)]);
}
