import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Batch } from '../packages/server/src/batch.ts';
import { BENCH_DIRECTORY } from './bench-directory.ts';
import { frame } from './frames.ts';
import { randomUuid, seededRandom } from './generate.ts';
import { defaultFlight, openStore } from './large-store.ts';

const CLICKS = 1_000_000;
const CLICKS_A_SESSION = 50;
const SESSIONS_A_SEGMENT = 500;
const ELEMENTS = 60;
const FROM = 1_790_000_000_000;
const URL = 'https://shop.example.org/list';

/** What a store is full of. */
export type Placed = 'clicked' | 'moved' | 'looked';

/**
 * A data directory with a million clicks on one page, or positions of the cursor, or fixations, of twenty thousand sessions; each with its place in one of sixty elements,
 * of a page of 4,000 px where it was clicked and of 20,000 px where not. Made once.
 */
export const placedStore = (placed: Placed) => async (): Promise<{ dataDir: string; flight: string }> => {
  const dataDir = join(BENCH_DIRECTORY, `${placed}-store-${CLICKS}`);
  if (!existsSync(dataDir)) await make(dataDir, placed);
  return { dataDir, flight: await defaultFlight(dataDir) };
};

async function make(dataDir: string, placed: Placed): Promise<void> {
  const unfinished = `${dataDir}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  const flight = await defaultFlight(unfinished);
  const random = seededRandom(`${placed}-store`);
  const { engine, store } = openStore(unfinished);
  const path = join(unfinished, 'segment');
  try {
    for (let session = 0; session < CLICKS / CLICKS_A_SESSION; session += SESSIONS_A_SEGMENT) {
      writeFileSync(path, Array.from({ length: SESSIONS_A_SEGMENT }, () => frame(visit(random, flight, placed))).join(''));
      await store.load({ path, token: `${placed}-${session}` });
    }
  } finally {
    await engine.stop();
  }
  rmSync(path);
  renameSync(unfinished, dataDir);
}

function visit(random: () => number, flight: string, placed: Placed): Batch {
  const at = FROM + Math.floor(random() * 7 * 86_400_000);
  const head = { wallAt: at, monotonicAt: 0, epoch: 0, pageView: randomUuid(random), url: URL, metadata: [], extra: {} };
  const applicationSpecificData = { condition: random() < 0.5 ? 'control' : 'treatment' };
  const events = Array.from({ length: CLICKS_A_SESSION + 1 }, (_, sequence) => ({
    ...head,
    sequence,
    at: at + sequence * 700,
    applicationSpecificData,
    ...(sequence === 0 ? { type: 'browserEvent', name: 'pageView', details: { url: URL } } : eventOf[placed](random)),
  }));
  return {
    application: 'a0000000-0000-4000-8000-000000000000',
    flight,
    session: randomUuid(random),
    sessionRef: '',
    tab: randomUuid(random),
    visitor: randomUuid(random),
    dialect: 'native',
    agent: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
    receivedAt: at + 40_000,
    offsetMs: 0,
    offsetErrorMs: 5,
    fresh: true,
    events,
    refused: [],
    recordings: [],
  } as unknown as Batch;
}

const eventOf: Record<Placed, (random: () => number) => object> = {
  clicked: (random) => ({ type: 'interactionEvent', name: 'click', details: click(random, 1) }),
  moved: (random) => ({ type: 'browserEvent', name: 'cursorTracking', details: { ...click(random, 5), trackingType: 'positionUpdate' } }),
  looked(random) {
    const { path: element, tag: _tag, ...place } = click(random, 5);
    return {
      type: 'customEvent',
      name: 'gaze_fixation',
      details: { element, ...place, duration_ms: Math.round(80 - Math.log(1 - random()) * 170) },
    };
  },
};

/** Elements from a small button to half a page, the first ones hit most. */
function click(random: () => number, longer: number) {
  const element = Math.floor(ELEMENTS * random() ** 2);
  const [elementWidth, elementHeight] = [40 + (element % 7) * 150, 24 + (element % 5) * 180];
  const [elementX, elementY] = [Math.floor(random() * elementWidth), Math.floor(random() * elementHeight)];
  const [pageX, pageY] = [(element % 6) * 180 + elementX, element * 60 * longer + elementY];
  const path = `#main > section:nth-of-type(${1 + (element % 4)}) > div:nth-of-type(${element + 1})`;
  return {
    path,
    tag: 'div',
    button: 0,
    x: pageX,
    y: pageY % 800,
    pageX,
    pageY,
    elementX,
    elementY,
    elementWidth,
    elementHeight,
    trusted: true,
  };
}
