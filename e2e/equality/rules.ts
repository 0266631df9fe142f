import type { DerivedEvents, DerivedRules, StoredEvent } from '@sightline/protocol';
import { expect, vi } from 'vitest';
import type { Desk } from '../fresh-installation.ts';
import { MEASURED } from '../patience.ts';

/** What is only asked of the recorded pages afterwards. */
const RULES = [
  { selector: '.chip', event: 'click', name: 'FILTER' },
  { selector: '#add', event: 'mouseHover', name: 'ADD', properties: { mouseenter: { name: 'ADD' }, mouseleave: { name: 'ADD' } } },
];

/** Has rules applied to what was recorded. */
export async function applyRules({ context, get, flight }: Desk, url: string): Promise<void> {
  const path = `/flights/${await flight()}/rules`;
  for (const data of RULES) {
    const answer = await context.request.post(`${url}/api/v1${path}`, { data, headers: { origin: url } });
    if (!answer.ok()) throw new Error(`the rule was answered ${answer.status()}: ${await answer.text()}`);
  }
  await vi.waitFor(
    async () => expect((await get<DerivedRules>(path)).rules.map(({ progress }) => progress.state)).toEqual(RULES.map(() => 'idle')),
    MEASURED,
  );
}

/** What rules found in a session, as metrics read it. */
export async function derivedEvents({ get, flight }: Desk, session: string): Promise<StoredEvent[]> {
  const id = await flight();
  const { rules } = await get<DerivedRules>(`/flights/${id}/rules`);
  const found = await Promise.all(rules.map((rule) => get<DerivedEvents>(`/rules/${rule.id}/events?flight=${id}`)));
  return found
    .flatMap(({ events }) => events)
    .filter((event) => event.session === session)
    .map((event) => ({ ...event, name: `derived:${event.name}`, sequence: event.ordinal }) as unknown as StoredEvent);
}
