import type { Batch, EventRow } from '../../packages/server/src/batch.ts';
import { randomUuid } from '../generate.ts';
import type { VisitsOptions } from './visits-options.ts';
import { AGENTS } from './agents.ts';
import { elementOf, ELEMENTS, nextKind, ORIGIN, pathOf, type Kind } from './shop.ts';
import { skewed } from './skewed.ts';

const EVENTS_A_BATCH = 40;

/** Who comes, and when. */
export interface Visitor {
  id: string;
  person: number;
  treated: boolean;
  agent: number;
  startAt: number;
}

/** One session of one tab. The treated find things sooner, click in anger less often and buy a little more. */
export function visit(
  random: () => number,
  { flight, pagesPerSession = 4.75 }: VisitsOptions,
  { id, person, treated, agent, startAt }: Visitor,
): Batch[] {
  const offsetMs = Math.round((random() - 0.5) * 4_000);
  const applicationSpecificData = {
    condition: treated ? 'treatment' : 'control',
    participant: `P${String(person).padStart(5, '0')}`,
    task: 1 + skewed(random, 6),
  };
  const isPhone = /Mobile/.test(AGENTS[agent] ?? '');
  const viewport = isPhone ? { width: 390, height: 780 } : { width: 1_440, height: 860 };
  const withGaze = !isPhone && random() < 0.06;
  const longest = 2 + Math.floor(-Math.log(1 - random()) * pagesPerSession * (random() < 0.003 ? 25 : 1.35));
  const rows: EventRow[] = [];
  const pointer = { x: viewport.width / 2, y: 300 };
  let at = startAt;
  let url = '';
  let pageView = '';

  const wait = (meanMs: number) => (at += 20 + -Math.log(1 - random()) * meanMs);
  const row = (type: EventRow['type'], name: string, details: object, metadata: { name: string; value: string }[] = []) =>
    rows.push({
      sequence: rows.length,
      type,
      name,
      at: Math.round(at),
      wallAt: Math.round(at - offsetMs),
      monotonicAt: Math.round((at - startAt) * 10) / 10,
      epoch: 0,
      pageView,
      url,
      details,
      metadata,
      applicationSpecificData,
      extra: {},
    } as unknown as EventRow);

  function click(element: number, metadata?: { name: string; value: string }[]) {
    const { path, tag, name } = elementOf(url, element);
    pointer.x = Math.round(((element * 137) % Math.max(1, viewport.width - 160)) + random() * 90);
    const pageY = 120 + ((element * 211) % 2_600) + Math.round(random() * 24);
    pointer.y = pageY % viewport.height;
    row(
      'interactionEvent',
      'click',
      { path, tag, name, button: 0, x: pointer.x, y: pointer.y, pageX: pointer.x, pageY, trusted: true },
      metadata,
    );
  }

  function stay(kind: Kind) {
    const patience = treated ? 0.85 : 1;
    const from = at;
    let depth = 0.25;
    const doings = 3 + Math.floor(-Math.log(1 - random()) * 5);
    for (let doing = 0; doing < doings; doing += 1) {
      wait(1_900 * patience);
      const what = random();
      if (what < 0.3) {
        const fromY = Math.round(depth * 2_400);
        depth = Math.min(1, Math.max(0.2, depth + (random() - 0.3) * 0.5));
        row('browserEvent', 'pageScroll', {
          type: 'pageScroll',
          scrollX: 0,
          scrollY: Math.round(depth * 2_400),
          fromX: 0,
          fromY,
          depth,
          maxDepth: depth,
          durationMs: 180,
        });
      } else if (what < 0.52 && !isPhone) {
        const { path, tag, name } = elementOf(url, skewed(random, ELEMENTS));
        row('interactionEvent', 'mouseenter', { path, tag, name });
        wait(500);
        row('interactionEvent', 'mouseleave', { path, tag, name });
      } else if (what < 0.64 && !isPhone) {
        for (let step = 0; step < 3; step += 1) {
          at += 200;
          pointer.x = Math.round(Math.max(0, pointer.x + (random() - 0.5) * 240));
          pointer.y = Math.round(Math.max(0, pointer.y + (random() - 0.5) * 160));
          row('browserEvent', 'cursorTracking', {
            type: 'cursorTracking',
            trackingType: 'positionUpdate',
            clientX: pointer.x,
            clientY: pointer.y,
            screenX: pointer.x + 8,
            screenY: pointer.y + 96,
            pageX: pointer.x,
            pageY: pointer.y + Math.round(depth * 2_400),
            pageHadFocus: true,
          });
        }
      } else if (what < 0.7 && withGaze) {
        row('customEvent', 'gaze_fixation', {
          element: elementOf(url, skewed(random, ELEMENTS)).path,
          duration_ms: Math.round(80 - Math.log(1 - random()) * 170),
        });
      } else {
        const element = skewed(random, ELEMENTS);
        click(element);
        const angry = random() < (treated ? 0.015 : 0.035);
        for (let again = 0; angry && again < 3; again += 1) {
          at += 90 + random() * 180;
          click(element);
        }
      }
    }
    if (kind === 'search') {
      wait(900);
      row('customEvent', 'query', { name: 'query', terms: 2 + skewed(random, 4), results: skewed(random, 200) });
      wait(2_600 * patience);
      click(skewed(random, 10), [{ name: 'rank', value: String(1 + skewed(random, 10)) }]);
    }
    if (kind === 'thanks')
      row('customEvent', 'purchase', { items: 1 + skewed(random, 5), total: Math.round(1_000 + random() * 9_000) / 100 });
    wait(700);
    const lengthMs = Math.round(at - from);
    const activeMs = Math.round(lengthMs * (0.55 + random() * 0.4));
    row('statusEvent', 'presence', { state: 'active', lengthMs: activeMs });
    if (random() < 0.2) {
      wait(9_000);
      row('statusEvent', 'presence', { state: 'hidden', lengthMs: Math.round(at - from) - activeMs });
    } else row('statusEvent', 'presence', { state: 'focused', lengthMs: lengthMs - activeMs });
  }

  let kind: Kind | undefined = random() < 0.55 ? 'home' : random() < 0.5 ? 'product' : 'list';
  for (let seen = 0; kind !== undefined && seen < longest; seen += 1) {
    const referrer = url;
    url = `${ORIGIN}${pathOf(kind, random)}`;
    pageView = randomUuid(random);
    if (seen === 0)
      row('statusEvent', 'started', {
        type: 'started',
        viewportResolution: viewport,
        language: 'en',
        timeZone: 'Europe/Berlin',
        trackerVersion: '0.1.0',
        storage: 'indexeddb',
      });
    row('browserEvent', 'pageView', { url, title: `${kind} — Example shop`, referrer, cause: 'load' });
    stay(kind);
    const next = nextKind(kind, random, treated);
    if (kind === 'product' && next === 'cart') row('customEvent', 'addToCart', { product: url.slice(ORIGIN.length) });
    row('browserEvent', 'pageLeft', { cause: 'hide' });
    at += 150 + random() * 600;
    kind = next;
  }

  const head = {
    application: 'a0000000-0000-4000-8000-000000000000',
    flight,
    session: randomUuid(random),
    sessionRef: '',
    tab: randomUuid(random),
    visitor: id,
    dialect: 'native',
    agent: AGENTS[agent] ?? '',
    offsetMs,
    offsetErrorMs: Math.round(random() * 500) / 10,
    fresh: true,
    refused: [],
    recordings: [],
  };
  return Array.from({ length: Math.ceil(rows.length / EVENTS_A_BATCH) }, (_, index) => {
    const events = rows.slice(index * EVENTS_A_BATCH, (index + 1) * EVENTS_A_BATCH);
    return { ...head, receivedAt: (events.at(-1)?.at ?? startAt) + 300, events } as unknown as Batch;
  });
}
