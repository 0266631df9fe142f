import { randomUUID } from 'node:crypto';

/** Events in a batch. */
export const BATCH_EVENTS = 20 as const;

/** Sequences are written with seven digits, so that a batch can be numbered anew by overwriting bytes. */
export const FIRST_SEQUENCE = 1_000_000;

const PATHS = ['main > section.results > ol > li:nth-of-type(3) > a.title', 'header > form.search > input', 'main > div.card > button.buy'];

/** The body of a `POST /api/track` as the recording backend's script sends it. */
export function trackBody(session: string, index: number): string {
  return JSON.stringify({
    session_id: session,
    timestamp: new Date().toISOString(),
    type: 'click',
    url: `http://localhost/shop/products/lamp-${index % 40}?sort=price`,
    details: { path: PATHS[index % PATHS.length], x: 312 + (index % 600), y: 99 + (index % 400), button: 0, text: 'Add to basket' },
  });
}

/** A native payload of twenty events of about 480 bytes. */
export function eventPayload(tab: string): string {
  const pageView = randomUUID();
  const events = Array.from({ length: BATCH_EVENTS }, (_, index) => ({
    timestamp: Date.now() + index,
    eventName: 'click',
    eventType: 'interactionEvent',
    sequence: FIRST_SEQUENCE + index,
    at: 5_123.4 + index,
    pageView,
    url: `http://localhost/shop/products/lamp-${index}?sort=price&page=2`,
    details: {
      path: PATHS[index % PATHS.length],
      tag: 'button',
      x: 312 + index,
      y: 99,
      pageX: 312 + index,
      pageY: 1_099,
      button: 0,
      trusted: true,
    },
    metadata: [{ name: 'rank', value: String(index) }],
    applicationSpecificData: { condition: 'treatment', participant: 'P0417', task: 3 },
  }));
  return JSON.stringify({
    messageType: 'logui-event-payload',
    batch: randomUUID(),
    tab,
    resent: false,
    clock: { sentAt: Date.now() },
    events,
  });
}
