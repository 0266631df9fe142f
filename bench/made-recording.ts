import { gzipSync } from 'node:zlib';

/** One second of a tab's recording, as the tracker sends it. */
export interface MadeChunk {
  sequence: number;
  at: number;
  until: number;
  count: number;
  snapshot: boolean;
  encoding: 'gzip';
  data: string;
}

const SECOND_MS = 1_000;
const FIRST_ID = 10_000;
/** The text that tells which second the page is in, so that whoever looks at it knows when that was. */
const CLOCK_ID = 9;
const WORDS = 'order ready waiting price moved in stock of today sold new message from the desk please check again later'.split(' ');

/**
 * A recording of a busy application page, made after what rrweb sends of one: 1,500 nodes at first, then a clock that tells the seconds, rows
 * that come and go in a list of at most 300, texts and classes that change, the mouse in two packets a second, now and then scrolling and typing. About 3.5 mutations a
 * second, so that eight hours have a hundred thousand. One full snapshot, at the beginning.
 */
export function* madeRecording(seconds: number, begin: number): Generator<MadeChunk, void> {
  const random = seeded(seconds);
  const page = createPage(random);
  for (let second = 0; second < seconds; second += 1) {
    const at = begin + second * SECOND_MS;
    const events = second === 0 ? page.first(at) : page.second(at, second);
    yield {
      sequence: second,
      at,
      until: Math.max(...events.map(({ timestamp }) => timestamp)),
      count: events.length,
      snapshot: second === 0,
      encoding: 'gzip',
      data: gzipSync(JSON.stringify(events)).toString('base64'),
    };
  }
}

interface MadeEvent {
  type: number;
  data: object;
  timestamp: number;
}

function createPage(random: (below: number) => number) {
  const words = (count: number) => Array.from({ length: count }, () => WORDS[random(WORDS.length)]).join(' ');
  const rows: { id: number; text: number }[] = [];
  let next = FIRST_ID;
  let [x, y] = [400, 300];

  const element = (id: number, tagName: string, childNodes: object[], attributes: object = {}) => ({
    type: 2,
    id,
    tagName,
    attributes,
    childNodes,
  });
  const mutation = (timestamp: number, changes: object): MadeEvent => ({
    type: 3,
    data: { source: 0, texts: [], attributes: [], removes: [], adds: [], ...changes },
    timestamp,
  });
  const addRow = (): object => {
    const [id, cell, text] = [next, next + 1, next + 2];
    next += 3;
    rows.push({ id, text });
    const add = (parentId: number, node: object) => ({ parentId, nextId: null, node });
    return {
      adds: [
        add(4, element(id, 'li', [], { class: 'row row--new', 'data-row': String(id) })),
        add(id, element(cell, 'span', [], { class: 'cell cell--text' })),
        add(cell, { type: 3, id: text, textContent: words(8) }),
      ],
    };
  };
  const change = (): object => {
    const kind = random(10);
    const row = rows[random(rows.length)];
    if (row === undefined || kind < 3) return addRow();
    if (rows.length > 300 || kind === 3) {
      const [gone] = rows.splice(random(rows.length), 1);
      return { removes: [{ parentId: 4, id: gone?.id }] };
    }
    if (kind < 7) return { texts: [{ id: row.text, value: words(8) }] };
    return {
      attributes: [
        {
          id: row.id,
          attributes: kind === 7 ? { class: `row row--${WORDS[random(WORDS.length)]}` } : { style: { opacity: String(random(10) / 10) } },
        },
      ],
    };
  };
  const moves = (timestamp: number): MadeEvent => {
    const positions = Array.from({ length: 10 }, (_, at) => {
      x = Math.max(0, Math.min(1_400, x + random(41) - 20));
      y = Math.max(0, Math.min(860, y + random(31) - 15));
      return { x, y, id: rows[random(rows.length)]?.id ?? 4, timeOffset: at * 50 - 500 };
    });
    return { type: 3, data: { source: 1, positions }, timestamp };
  };

  return {
    first(at: number): MadeEvent[] {
      const fixed = Array.from({ length: 500 }, (_, index) =>
        element(100 + index * 3, 'div', [element(101 + index * 3, 'p', [{ type: 3, id: 102 + index * 3, textContent: words(12) }])], {
          class: `panel panel--${index % 7}`,
          style: `order: ${index}`,
        }),
      );
      const style = element(5, 'style', [
        {
          type: 3,
          id: 6,
          textContent: Array.from({ length: 400 }, (_, index) => `.panel--${index} { margin: ${index}px; color: #${index}${index} }`).join(
            '\n',
          ),
        },
      ]);
      const clock = element(8, 'p', [{ type: 3, id: CLOCK_ID, textContent: '0' }], { id: 'clock' });
      const node = {
        type: 0,
        id: 1,
        childNodes: [element(2, 'html', [element(3, 'head', [style]), element(7, 'body', [clock, element(4, 'ul', []), ...fixed])])],
      };
      return [
        { type: 4, data: { href: 'https://desk.example.org/orders', width: 1_440, height: 900 }, timestamp: at },
        { type: 2, data: { node, initialOffset: { left: 0, top: 0 } }, timestamp: at },
      ];
    },
    second(at: number, second: number): MadeEvent[] {
      const tick = mutation(at, { texts: [{ id: CLOCK_ID, value: String(second) }] });
      const more = Array.from({ length: 2 + (random(2) === 0 ? 1 : 0) }, (_, index) => mutation(at + (index + 1) * 240, change()));
      const changes = [tick, ...more];
      const rest: MadeEvent[] = [moves(at + 480), moves(at + 980)];
      if (random(5) === 0) rest.push({ type: 3, data: { source: 3, id: 1, x: 0, y: random(4_000) }, timestamp: at + 600 });
      return [...changes, ...rest].toSorted((one, other) => one.timestamp - other.timestamp);
    },
  };
}

/** The same numbers every time. */
function seeded(seed: number): (below: number) => number {
  let state = seed + 1;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
