import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ExportJob, MeasureAcross, MeasuringProgress, MetricResult } from '@sightline/protocol';
import { expect, vi } from 'vitest';
import type { Desk } from '../fresh-installation.ts';
import { MEASURED, SOON } from '../patience.ts';
import type { Measured } from './cells.ts';
import { questionsOf, type Across } from './across.ts';
import type { Variant } from './rounds.ts';

/** What the server says at once when a flight is set to a round. */
export interface AnswersAtOnce {
  /** Of each visit, what its page shows. */
  shown: Record<string, Measured[]>;
  /** The export of it, a file. */
  zip: string;
}

/** Sets a flight to measure otherwise, as its owner does in the console, and asks for everything that is measured then. */
export function serverRounds({ context, get }: Desk, url: string, flight: string, folder: string) {
  const send = async (method: 'POST' | 'PUT', path: string, data: object) => {
    const answer = await context.request.fetch(`${url}/api/v1${path}`, { method, data, headers: { origin: url } });
    if (!answer.ok()) throw new Error(`${method} ${path} was answered ${answer.status()}: ${await answer.text()}`);
    return answer;
  };

  const set = async (round: readonly Variant[]) => {
    for (const { metric, change } of round) await send('PUT', `/flights/${flight}/measure-settings/${encodeURIComponent(metric)}`, change);
  };

  return {
    async atOnce(round: readonly Variant[], visits: readonly string[]): Promise<AnswersAtOnce> {
      await set(round);
      const [zip, shown] = await Promise.all([exported(), ofVisits(visits)]);
      return { zip, shown };
    },
    /** Resolves when the visits went quiet, and were measured for the first time. */
    quiet: (visits: readonly string[]) =>
      vi.waitFor(
        async () =>
          expect((await get<MeasureAcross>(`/measures/clicks?flight=${flight}`)).groups).toMatchObject([{ measured: visits.length }]),
        { ...MEASURED, interval: SOON.interval },
      ),
    /** What is measured in the background and stored, by metric, amount and kind of part. */
    async inBackground(round: readonly Variant[]): Promise<Across> {
      await set(round);
      return stored(round);
    },
  };

  async function exported(): Promise<string> {
    const made = (await (await send('POST', '/exports', { flight, format: 'csv', tables: ['metrics_long'] })).json()) as ExportJob;
    await vi.waitFor(async () => expect(await get<ExportJob>(`/exports/${made.id}`)).toMatchObject({ state: 'finished' }), SOON);
    const file = join(folder, `${made.id}.zip`);
    writeFileSync(file, await (await context.request.get(`${url}/api/v1/exports/${made.id}/file`)).body());
    return file;
  }

  async function ofVisits(visits: readonly string[]): Promise<AnswersAtOnce['shown']> {
    const answers = visits.map(async (id) => [id, (await get<{ metrics: MetricResult[] }>(`/sessions/${id}`)).metrics] as const);
    return Object.fromEntries(await Promise.all(answers));
  }

  async function stored(round: readonly Variant[]): Promise<Across> {
    await vi.waitFor(async () => expect(await get<MeasuringProgress>(`/flights/${flight}/measuring`)).toMatchObject({ state: 'idle' }), {
      ...MEASURED,
      interval: SOON.interval,
    });
    const asked = round.flatMap(({ metric }) => questionsOf(metric));
    const answers = asked.map(async ({ metric, amount, by }) => {
      const path = `/measures/${metric}?flight=${flight}&amount=${amount}&by=${by}&groups=400&points=2000`;
      const { groups } = await get<MeasureAcross>(path);
      return [`${metric} ${amount} ${by}`, Object.fromEntries(groups.map((group) => [group.key, numbersOf(group)]))] as const;
    });
    return Object.fromEntries(await Promise.all(answers));
  }
}

/** A group's single numbers: of a yes or no, as many ones as there are yeses; of parts, which only their ends are told of, those of two visits. */
function numbersOf({ points, rate, n, min, max }: MeasureAcross['groups'][number]): number[] {
  if (rate) return [...Array<number>(rate.n - rate.yes).fill(0), ...Array<number>(rate.yes).fill(1)];
  return points.length > 0 ? points : [min, max].slice(0, n).filter((value) => value !== null);
}
