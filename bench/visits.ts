import type { Batch, EventRow } from '../packages/server/src/batch.ts';
import { randomUuid, seededRandom } from './generate.ts';

/** What a made-up shop saw: who came when, how they went through its pages, and what they did there. */
export interface VisitsOptions {
  seed: string;
  sessions: number;
  /** The span the sessions begin in. */
  from: number;
  days: number;
  flight: string;
  /** Mean page views of a session; about 12 events belong to each. */
  pagesPerSession?: number;
}

const AGENTS = [
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15',
  'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36',
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
  'Mozilla/5.0 (iPad; CPU OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/604.1',
];
const DAY_MS = 86_400_000;
const EVENTS_A_BATCH = 40;
const PRODUCTS = 80;
const LISTS = ['vases', 'bowls', 'cups', 'jugs', 'plates', 'lamps'];
const ELEMENTS = 24;
const ORIGIN = 'https://shop.example.org';

type Kind = 'home' | 'list' | 'search' | 'product' | 'cart' | 'checkout' | 'thanks' | 'help';

/** Where people go from a kind of page, with weights; what is missing to 1 leaves the site. */
const WAYS: Record<Kind, Partial<Record<Kind, number>>> = {
  home: { list: 0.42, search: 0.2, product: 0.12, help: 0.04 },
  list: { product: 0.5, list: 0.18, home: 0.07, search: 0.06 },
  search: { product: 0.46, search: 0.22, home: 0.05, help: 0.03 },
  product: { product: 0.22, list: 0.2, cart: 0.16, search: 0.08, home: 0.08 },
  cart: { checkout: 0.48, product: 0.2, list: 0.1, help: 0.03 },
  checkout: { thanks: 0.62, cart: 0.12, help: 0.06 },
  thanks: { home: 0.2 },
  help: { home: 0.3, product: 0.15, cart: 0.1 },
};

/** Sessions one after the other, each as its batches, the same for the same seed. */
export function* visits(options: VisitsOptions): Generator<Batch[]> {
  const random = seededRandom(options.seed);
  const people = Math.max(1, Math.round(options.sessions * 0.55));
  const visitors = Array.from({ length: people }, () => ({
    id: randomUuid(random),
    treated: random() < 0.5,
    agent: skewed(random, AGENTS.length, 2),
  }));
  for (let index = 0; index < options.sessions; index += 1) {
    const person = Math.floor(people * random() ** 1.6);
    const visitor = visitors[person];
    const startAt = options.from + Math.floor((options.days * DAY_MS * (index + random())) / options.sessions);
    if (visitor) yield visit(random, options, { ...visitor, person, startAt });
  }
}

const skewed = (random: () => number, size: number, by = 3) => Math.min(size - 1, Math.floor(size * random() ** by));

interface Visitor {
  id: string;
  person: number;
  treated: boolean;
  agent: number;
  startAt: number;
}

/** One session of one tab. The treated find things sooner, click in anger less often and buy a little more. */
function visit(
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

function nextKind(kind: Kind, random: () => number, treated: boolean): Kind | undefined {
  let left = random();
  for (const [next, weight] of Object.entries(WAYS[kind]) as [Kind, number][]) {
    left -= treated && (next === 'cart' || next === 'checkout') ? weight * 1.15 : weight;
    if (left < 0) return next;
  }
  return undefined;
}

function pathOf(kind: Kind, random: () => number): string {
  if (kind === 'home') return '/';
  if (kind === 'list') return `/list/${LISTS[skewed(random, LISTS.length, 2)]}`;
  if (kind === 'product') return `/product/${1 + skewed(random, PRODUCTS)}`;
  return `/${kind}`;
}

function elementOf(url: string, element: number) {
  const area = url.slice(ORIGIN.length).split('/')[1] || 'home';
  const tag = element % 3 === 0 ? 'a' : 'button';
  return {
    path: `main > section.${area}:nth-of-type(${1 + (element % 4)}) > div.item > ${tag}.${area}-${element}`,
    tag,
    name: `${area}-${element}`,
  };
}
