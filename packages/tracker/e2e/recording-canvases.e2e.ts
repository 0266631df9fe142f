import { expect, test, vi } from 'vitest';
import { profileStage } from './profile-stage.ts';

const stage = profileStage();

interface Picture {
  id: number;
  at: number;
  type: string;
  base64: string;
}

/** Pictures of canvases, as rrweb tells them. */
const pictures = (): Picture[] =>
  stage.collector.recordings.events().flatMap(({ data, timestamp }) => {
    const { source, id, commands } = data as { source?: number; id?: number; commands?: unknown };
    if (source !== 9) return [];
    const [, draw] = commands as [unknown, { args: [{ args: [{ type: string; data: [{ base64: string }] }] }] }];
    const [blob] = draw.args[0].args;
    return [{ id: id ?? 0, at: timestamp, type: blob.type, base64: blob.data[0].base64 }];
  });

test('canvases are told by pictures: what stands still once, what moves twice a second, what is blocked never', async () => {
  const page = await stage.visit('/canvases.html');
  const hasDepths = await page.evaluate(() => (window as unknown as { drawDepths(): boolean }).drawDepths());
  const begun = Date.now();
  await vi.waitFor(() => expect(pictures().length).toBeGreaterThan(8), { timeout: 30_000, interval: 50 });
  const seconds = (Date.now() - begun) / 1_000;
  const told = pictures();
  const ids = [...new Set(told.map(({ id }) => id))];
  const byCanvas = ids.map((id) => told.filter((picture) => picture.id === id));
  const counts = byCanvas.map(({ length }) => length).sort((one, other) => other - one);
  expect(counts.length).toBe(4);
  expect(counts[0]).toBeLessThanOrEqual(seconds * 2 + 2);
  expect(counts.slice(1).every((count) => count <= 2)).toBe(true);
  const lastOf = byCanvas.map((all) => all.at(-1));
  const colours = await page.evaluate(
    (all) =>
      Promise.all(
        all.map(async (src) => {
          const image = new Image();
          image.src = src;
          await image.decode();
          const context = Object.assign(document.createElement('canvas'), { width: 80, height: 60 }).getContext('2d');
          context?.drawImage(image, 0, 0);
          return [...(context?.getImageData(40, 30, 1, 1).data ?? [])].map((part) => (part > 100 ? 'x' : '.')).join('');
        }),
      ),
    lastOf.map((picture) => `data:${picture?.type};base64,${picture?.base64}`),
  );
  expect(colours).toEqual(expect.arrayContaining(['x..x', '..xx', ...(hasDepths ? ['.x.x'] : [])]));
});
