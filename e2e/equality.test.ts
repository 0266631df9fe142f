import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { METRICS, metricId } from '@sightline/metrics';
import type { MetricResult, StoredEvent } from '@sightline/protocol';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { answersOf } from './equality/across.ts';
import { captureEverything } from './equality/capture.ts';
import { cellsOf, type Cells, type Measured } from './equality/cells.ts';
import { inBrowser } from './equality/in-browser.ts';
import { inPandas, ofDownloads, PYTHON } from './equality/in-pandas.ts';
import { isSame } from './equality/is-same.ts';
import { serverRounds } from './equality/on-server.ts';
import { richVisit } from './equality/rich-visit.ts';
import { ROUNDS } from './equality/rounds.ts';
import { applyRules, derivedEvents } from './equality/rules.ts';
import { STUDIES } from './equality/studies.ts';
import { tellVisit, TOLD_SESSION } from './equality/told/visit.ts';
import { freshInstallation, type Desk, type FreshInstallation } from './fresh-installation.ts';
import { sightline } from './server.ts';
import { SOON } from './patience.ts';

let installation: FreshInstallation;
let desk: Desk;
let visits: Record<'recorded' | 'told', string>;
let folder: string;

beforeAll(async () => {
  installation = await freshInstallation('equality');
  const { server, browser, dataDir } = installation;
  desk = await installation.ownersDesk();
  await captureEverything(desk, server.url);
  await Promise.all([richVisit(browser, server.url), installation.token().then((token) => tellVisit(server.url, token))]);
  const recorded = (await stored()).find(({ id }) => id !== TOLD_SESSION)?.id ?? '';
  visits = { recorded, told: TOLD_SESSION };
  await sightline(dataDir, ['import', '--flight', 'default', '--format', 'fixations', fixations(recorded)]);
  await applyRules(desk, server.url);
  folder = join(dataDir, 'export');
  await sightline(dataDir, ['export', '--flight', 'default', '--format', 'csv', '--out', folder]);
});

afterAll(() => installation?.close());

/** The sessions, when nothing more comes. */
async function stored() {
  const sessions = async () =>
    (await desk.get<{ sessions: { id: string; events: number }[] }>(`/sessions?flight=${await desk.flight()}`)).sessions;
  let before = '';
  await vi.waitFor(
    async () => {
      const now = JSON.stringify((await sessions()).map(({ events }) => events));
      const same = now === before && now !== '[]';
      before = now;
      expect(same).toBe(true);
    },
    { ...SOON, interval: 3_000 },
  );
  return sessions();
}

/** What a laboratory brings: three areas, looked at in turn. */
function fixations(session: string): string {
  const file = join(installation.dataDir, 'fixations.csv');
  const looks = ['title', 'price', 'title', '', 'image', 'price'].map(
    (area, index) => `${session},${100 + index * 120},${80.5 + index},${area}`,
  );
  writeFileSync(file, ['session,sinceSessionStartMs,durationMs,element', ...looks].join('\n'));
  return file;
}

describe.skipIf(PYTHON === undefined)('every metric, with each preset', () => {
  const values: Record<string, Cells> = {};
  /** What a browser measured of each visit. */
  const inBrowsers: Record<string, readonly Measured[]> = {};

  test.each(['recorded', 'told'] as const)(
    'has the same value in the browser, on the server, and in pandas from the export: a visit that was %s',
    async (visit) => {
      const id = visits[visit];
      const { events } = await desk.get<{ events: StoredEvent[] }>(`/sessions/${id}/events?limit=10000`);
      const measured = await inBrowser(desk.page, [...events, ...(await derivedEvents(desk, id))], STUDIES);
      inBrowsers[id] = measured;
      const onServer = (await desk.get<{ metrics: MetricResult[] }>(`/sessions/${id}`)).metrics;
      const { exported, computed } = inPandas(folder, id);

      expect(Object.keys(exported).length).toBeGreaterThan(150);
      expect(exported).toEqual(cellsOf(measured.filter(({ metric }) => !metric.includes('/'))));
      // The console shows the groups that a session has something of.
      const shown = new Set(onServer.map(({ metric }) => metric));
      expect(cellsOf(onServer)).toEqual(cellsOf(measured.filter(({ metric }) => shown.has(metric))));
      expect(shown).toContain('gaze_areas@1');

      const expected = (values[visit] = cellsOf(measured));
      const cells = new Set([...Object.keys(expected), ...Object.keys(computed)]);
      const differing = [...cells].filter((cell) => !isSame(cell, expected[cell], computed[cell]));
      expect(differing.map((cell) => ({ cell, pandas: computed[cell], expected: expected[cell] }))).toEqual([]);
    },
  );

  test('is something else than zero or empty in one of the visits, and so is each of its columns', () => {
    expect(Object.keys(values)).toEqual(['recorded', 'told']);
    const all = Object.values(values).flatMap((cells) => Object.entries(cells));
    const columnOf = (cell: string) => cell.replace(/(?:\/.*)? \d* /, ' ');
    const telling = new Set(all.filter(([, value]) => value !== 0 && value !== null).map(([cell]) => columnOf(cell)));
    const columns = new Set(all.map(([cell]) => columnOf(cell)));
    expect([...columns].filter((column) => !telling.has(column))).toEqual([]);
  });

  test('has the same value on the server and in its exports when the flight is set to it', async () => {
    const ids = Object.values(visits);
    const server = serverRounds(desk, installation.server.url, await desk.flight(), installation.dataDir);
    const answers = [];
    for (const round of ROUNDS) answers.push(await server.atOnce(round, ids));
    const downloads = ofDownloads(answers.map(({ zip }) => zip));
    await server.quiet(ids);

    for (const [index, round] of ROUNDS.entries()) {
      const across = await server.inBackground(round);
      const shown = answers[index]?.shown ?? {};
      for (const { metric, name } of round) {
        const id = metricId(METRICS.find((one) => one.name === metric) ?? expect.fail(metric));
        const told: unknown[] = [];
        for (const visit of ids) {
          const value = inBrowsers[visit]?.find((one) => one.metric === `${id}/${name}`)?.value;
          const expected = cellsOf([{ metric: id, value }]);
          const here = (cells: Cells) => Object.fromEntries(Object.entries(cells).filter(([cell]) => cell.startsWith(`${id} `)));
          expect(here(downloads[index]?.[visit] ?? {}), `${id}/${name} in the export of ${visit}`).toEqual(expected);
          const onPage = shown[visit]?.find((one) => one.metric === id);
          if (!onPage) continue;
          expect(cellsOf([onPage]), `${id}/${name} on the page of ${visit}`).toEqual(expected);
          told.push(value);
        }
        expect(told, `visits that show ${id}/${name}`).not.toEqual([]);
        expect(across, `${id}/${name} across sessions`).toMatchObject(answersOf(metric, told));
      }
    }
  });
});
