import { appendFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { SOON } from '../patience.ts';
import { scenarios } from './scenarios.ts';
import { createStage, type Stage } from './stage.ts';

/** Few in `npm test`; 12,000 make more than 100,000 in all. */
const EVENTS = Number(process.env.SIGHTLINE_TORTURE_EVENTS ?? 480);
const SETTLES_WITHIN_MS = 30_000 + EVENTS * 10;

let stage: Stage;
const rows: string[] = [];

beforeAll(async () => {
  stage = await createStage();
});
afterAll(async () => {
  await stage.close();
  const report = process.env.SIGHTLINE_TORTURE_REPORT;
  if (report) appendFileSync(report, `${rows.join('\n')}\n`);
});

test.each(scenarios)(
  '$name: everything the outbox took is stored, once',
  { timeout: 60_000 + SETTLES_WITHIN_MS * 2 },
  async ({ name, run }) => {
    const before = new Set(stage.accepted);
    await run(stage, EVENTS);
    const mine = [...stage.accepted].filter((id) => !before.has(id));
    const { torture, plain } = await stage.settle(SETTLES_WITHIN_MS);
    const lost = mine.filter((id) => !torture.has(id));
    const doubled = mine.filter((id) => (torture.get(id) ?? 0) > 1);
    const plainSent = mine.filter((id) => stage.plain.has(id));
    const plainLost = plainSent.filter((id) => !plain.has(id));
    rows.push(`| ${name} | ${mine.length} | ${lost.length} | ${doubled.length} | ${plainLost.length} of ${plainSent.length} |`);
    expect({ lost: lost.length, doubled: doubled.length }).toEqual({ lost: 0, doubled: 0 });
  },
);

test('no place in a tab is stored twice, and no number is missing', async () => {
  const { doubledPlaces, torture, told } = await stage.settle(0);
  expect(doubledPlaces).toBe(0);
  for (const id of stage.uncertain) expect(torture.get(id) ?? 0).toBeLessThanOrEqual(1);
  expect(told.some((reason) => reason.includes('QuotaExceeded'))).toBe(true);
  // What nobody waited for above, such as the presence of the last page, may still be on its way.
  await vi.waitFor(async () => expect(await stage.verify()).toMatchObject({ ok: true, incomplete: [] }), SOON);
});
