import { PROTOCOL_VERSION } from '@sightline/protocol';
import { CLICKING } from './clicking.ts';
import { FIRST_TAB, SECOND_TAB } from './days.ts';
import { FILLING } from './filling.ts';
import { LOOKING } from './looking.ts';
import { POINTING } from './pointing.ts';
import { SCROLLING } from './scrolling.ts';
import { SEARCHING } from './searching.ts';
import type { Told } from './told.ts';

/** Its session. */
export const TOLD_SESSION = '5a0f7c9e-0d5b-4c53-8d0e-6f1b2a3c4d5e';
const BEGAN_AGO_MS = 3_600_000;
const TABS = [[FIRST_TAB, SEARCHING, FILLING, CLICKING, POINTING, SCROLLING, LOOKING].flat(), SECOND_TAB];

/** A visit as a page could have told it, at the bounds of every rule: what no browser does on demand, and half an hour nobody waits for. */
export async function tellVisit(url: string, token: string): Promise<void> {
  const began = Date.now() - BEGAN_AGO_MS;
  for (const [index, events] of TABS.entries()) {
    const tab = idOf(index, 0);
    const handshake = {
      messageType: 'logui-handshake-request',
      sessionUUID: TOLD_SESSION,
      clientTimestamp: Date.now(),
      clientVersion: '1',
      protocolVersion: PROTOCOL_VERSION,
      applicationIdentifier: token,
      applicationSpecificData: {},
      tab,
    };
    const messages = [{ messageType: 'logui-event-payload', tab, session: TOLD_SESSION, events: onTheWire(events, began, index) }];
    const body = JSON.stringify({ messageType: 'sightline-collect', handshake, messages });
    const answer = await fetch(`${url}/v1/collect`, { method: 'POST', headers: { origin: url }, body });
    const told = await answer.text();
    if (!answer.ok || !told.includes('logui-events-saved')) throw new Error(`the visit was answered ${answer.status}: ${told}`);
  }
}

const idOf = (tab: number, view: number) => `${String(tab).padStart(8, '0')}-0d5b-4c53-8d0e-${String(view).padStart(12, '0')}`;

function onTheWire(events: readonly Told[], began: number, tab: number) {
  let page: { pageView: string; url: string } | undefined;
  let views = 0;
  return events
    .toSorted(([one], [other]) => one - other)
    .map(([at, eventName, details = {}, metadata = {}], sequence) => {
      if (eventName === 'pageView' && 'url' in details) page = { pageView: idOf(tab, (views += 1)), url: String(details.url) };
      const values = Object.entries(metadata).map(([name, value]) => ({ name, value }));
      return { timestamp: began + at, eventName, sequence, details, metadata: values, ...page };
    });
}
