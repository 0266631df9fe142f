import { createHash } from 'node:crypto';
import type { Batch, EventRow } from '../packages/server/src/batch.ts';

export interface GeneratorOptions {
  seed: string;
  /** Sessions that are open at a time; their batches mix in the spool. */
  concurrent?: number;
  /** Mean events of a session; a few sessions are thirty times longer. */
  eventsPerSession?: number;
  flights?: number;
  /** Server clock of the first batch. */
  startAt?: number;
}

const PAGES = 120;
const ELEMENTS = 40;
const WORDS = ['product', 'list', 'cart', 'price', 'title', 'menu', 'search', 'result', 'footer', 'image', 'review', 'filter'];
const AGENTS = [
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1',
];

/** Endless batches of many visitors at once, the same for the same seed: skewed pages and elements, real gaps in time. */
export function* generate({
  seed,
  concurrent = 400,
  eventsPerSession = 50,
  flights = 5,
  startAt = 1_790_000_000_000,
}: GeneratorOptions): Generator<Batch> {
  const random = seededRandom(seed);
  const site = makeSite(random);
  let now = startAt;
  const open = Array.from({ length: concurrent }, () => openSession(random, site, now, flights, eventsPerSession));
  for (;;) {
    const slot = Math.floor(random() * concurrent);
    const session = open[slot] ?? openSession(random, site, now, flights, eventsPerSession);
    now += Math.ceil(random() * 40);
    yield session.batch(now);
    if (session.isOver()) open[slot] = openSession(random, site, now, flights, eventsPerSession);
  }
}

interface Site {
  url: string;
  title: string;
  elements: { path: string; tag: string; x: number; y: number }[];
}

function makeSite(random: () => number): Site[] {
  const word = () => WORDS[Math.floor(random() * WORDS.length)] ?? 'page';
  return Array.from({ length: PAGES }, (_, page) => ({
    url: `https://shop.example.org/${word()}/${word()}-${page}${page % 3 === 0 ? `?sort=${word()}&page=${page}` : ''}`,
    title: `${word()} ${word()} — Example shop`,
    elements: Array.from({ length: ELEMENTS }, (__, element) => ({
      path: `main > section.${word()}:nth-of-type(${1 + (element % 5)}) > div.${word()} > ${element % 2 ? 'a' : 'button'}.${word()}-${element}`,
      tag: element % 2 ? 'a' : 'button',
      x: Math.floor(random() * 1_200),
      y: Math.floor(random() * 4_000),
    })),
  }));
}

function openSession(random: () => number, site: Site[], at: number, flights: number, eventsPerSession: number) {
  const uuid = () => randomUuid(random);
  const skewed = (size: number) => Math.min(size - 1, Math.floor(size * random() ** 3));
  const flight = `f000000${skewed(flights)}-0000-4000-8000-000000000000`;
  const head = {
    application: 'a0000000-0000-4000-8000-000000000000',
    flight,
    session: uuid(),
    sessionRef: '',
    tab: uuid(),
    visitor: uuid(),
    dialect: 'native',
    agent: AGENTS[skewed(AGENTS.length)] ?? '',
  };
  const offsetMs = Math.round((random() - 0.5) * 4_000);
  const offsetErrorMs = Math.round(random() * 500) / 10;
  const applicationSpecificData = {
    condition: random() < 0.5 ? 'control' : 'treatment',
    participant: `P${Math.floor(random() * 2_000)}`,
    task: 1 + skewed(6),
  };
  const length = Math.max(2, Math.round(-Math.log(1 - random()) * eventsPerSession * (random() < 0.002 ? 30 : 0.95)));
  const origin = at - offsetMs + random();
  let monotonic = 20 + random() * 300;
  let sequence = 0;
  let page = site[0];
  let pageView = uuid();
  const pointer = { x: 600, y: 300 };

  return {
    isOver: () => sequence >= length,
    batch(receivedAt: number): Batch {
      const events: EventRow[] = [];
      const wanted = Math.min(length - sequence, 1 + Math.floor(random() * 39));
      // The session sleeps between its batches as the clock of all sessions goes on.
      monotonic = Math.max(monotonic, receivedAt - offsetMs - origin - 4_000 * random());
      for (let index = 0; index < wanted; index += 1) events.push(event());
      return { ...head, receivedAt, offsetMs, offsetErrorMs, fresh: true, events, refused: [], recordings: [] } as unknown as Batch;
    },
  };

  function event(): EventRow {
    monotonic += -Math.log(1 - random()) * 180;
    const monotonicAt = Math.round(monotonic * 10) / 10;
    const wallAt = Math.round(origin + monotonicAt);
    const kind = random();
    const { type, name, details } = sequence === 0 || kind < 0.04 ? pageViewed() : happened(kind);
    const row = {
      sequence,
      type,
      name,
      at: wallAt + offsetMs,
      wallAt,
      monotonicAt,
      epoch: 0,
      pageView,
      url: page?.url ?? '',
      details,
      metadata: name === 'click' && random() < 0.3 ? [{ name: 'rank', value: String(skewed(20)) }] : [],
      applicationSpecificData,
      extra: {},
    };
    sequence += 1;
    return row as unknown as EventRow;
  }

  function pageViewed() {
    const referrer = page?.url ?? '';
    page = site[skewed(site.length)];
    pageView = uuid();
    return { type: 'browserEvent', name: 'pageView', details: { url: page?.url, title: page?.title, referrer, cause: 'load' } };
  }

  function happened(kind: number) {
    const element = page?.elements[skewed(ELEMENTS)];
    const path = element?.path ?? '';
    if (kind < 0.3) {
      pointer.x = (element?.x ?? 0) + Math.floor(random() * 80);
      pointer.y = (element?.y ?? 0) + Math.floor(random() * 30);
      return {
        type: 'interactionEvent',
        name: 'click',
        details: {
          path,
          tag: element?.tag,
          button: 0,
          x: pointer.x,
          y: pointer.y % 800,
          pageX: pointer.x,
          pageY: pointer.y,
          trusted: true,
        },
      };
    }
    if (kind < 0.55)
      return { type: 'interactionEvent', name: random() < 0.5 ? 'mouseEnter' : 'mouseLeave', details: { path, tag: element?.tag } };
    if (kind < 0.75) {
      return {
        type: 'customEvent',
        name: 'gaze_fixation',
        details: { element: path, duration_ms: Math.round(80 - Math.log(1 - random()) * 170) },
      };
    }
    if (kind < 0.9) {
      pointer.y = Math.max(0, pointer.y + Math.round((random() - 0.4) * 400));
      return { type: 'browserEvent', name: 'scroll', details: { top: pointer.y, height: 5_200, viewport: 800 } };
    }
    return {
      type: 'customEvent',
      name: 'searchRefined',
      details: { path, query: `${WORDS[skewed(WORDS.length)]} ${WORDS[skewed(WORDS.length)]}`, results: skewed(400) },
    };
  }
}

/** A generator of numbers in [0, 1) that goes the same way for the same seed (xoshiro128**). */
export function seededRandom(seed: string): () => number {
  const state = new Uint32Array(createHash('sha256').update(seed).digest().buffer.slice(0, 16));
  return () => {
    const [a = 0, b = 0, c = 0, d = 0] = state;
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const e = c ^ a;
    const f = d ^ b;
    state[1] = b ^ e;
    state[0] = a ^ f;
    state[2] = e ^ (b << 9);
    state[3] = rotate(f, 11);
    return result / 4_294_967_296;
  };
}

/** A random UUID out of a seeded generator. */
export function randomUuid(random: () => number): string {
  const hex = Array.from({ length: 8 }, () =>
    Math.floor(random() * 65_536)
      .toString(16)
      .padStart(4, '0'),
  ).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}

const rotate = (value: number, bits: number) => (value << bits) | (value >>> (32 - bits));
