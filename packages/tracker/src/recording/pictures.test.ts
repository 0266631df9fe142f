import type { eventWithTime } from '@rrweb/types';
import { expect, test } from 'vitest';
import { settled } from '../tracker.fake.ts';
import { createPictures } from './pictures.ts';

/** Canvases of a page on a clock of the test's; `look` is what each shows. */
function drawing() {
  let now = 0;
  let everyMs = 500;
  let tasks: { at: number; task: () => void }[] = [];
  let bitmaps = 0;
  const told: [id: number, picture: string, at: number][] = [];
  const shown = new Map<HTMLCanvasElement, string>();
  const hidden = new Set<HTMLCanvasElement>();
  const pictures = createPictures({
    packer: { picture: async (bitmap) => ({ data: bitmap as unknown as string, contentType: 'image/webp', encoding: 'base64', hash: '' }) },
    everyMs: () => everyMs,
    drawn: (task) => void task(),
    async bitmapOf(canvas) {
      bitmaps += 1;
      const look = shown.get(canvas);
      if (look === undefined) throw new Error('what it shows is of another origin');
      return look as unknown as ImageBitmap;
    },
    isShown: (canvas) => !hidden.has(canvas),
    change(event: eventWithTime) {
      const { id, commands } = event.data as unknown as {
        id: number;
        commands: [unknown, { args: [{ args: [{ data: [{ base64: string }] }] }] }];
      };
      told.push([id, commands[1].args[0].args[0].data[0].base64, event.timestamp]);
    },
    wall: () => now,
    after: (ms, task) => void tasks.push({ at: now + ms, task }),
  });
  return {
    pictures,
    told,
    hidden,
    bitmaps: () => bitmaps,
    waiting: () => tasks.length,
    slower: (ms: number) => (everyMs = ms),
    canvas(look?: string) {
      const made = { width: 4, height: 4, isConnected: true } as HTMLCanvasElement & { isConnected: boolean };
      if (look !== undefined) shown.set(made, look);
      return made;
    },
    draw: (canvas: HTMLCanvasElement, look: string) => void shown.set(canvas, look),
    async pass(ms: number) {
      for (const until = now + ms; now < until;) {
        await settled();
        now += 100;
        const due = tasks.filter(({ at }) => at <= now);
        tasks = tasks.filter((one) => !due.includes(one));
        for (const { task } of due) task();
      }
      await settled();
    },
  };
}

test('a canvas is told when it is seen, and again when it shows something else', async () => {
  const { pictures, told, canvas, draw, pass, bitmaps } = drawing();
  const one = canvas('a');
  pictures.seen(7, one);
  await pass(1_000);
  draw(one, 'b');
  await pass(500);
  expect(told).toEqual([
    [7, 'a', 0],
    [7, 'b', 1_500],
  ]);
  expect(bitmaps()).toBe(4);
});

test('a picture that is not wanted is not taken', async () => {
  const { pictures, canvas, pass, bitmaps, slower } = drawing();
  slower(5_000);
  pictures.seen(7, canvas('a'));
  await pass(20_000);
  expect(bitmaps()).toBe(5);
});

test('a canvas under another number is told anew, and not for each change of its attributes', async () => {
  const { pictures, told, canvas, pass } = drawing();
  const one = canvas('a');
  pictures.seen(7, one);
  pictures.seen(7, one);
  await pass(500);
  pictures.seen(9, one);
  await pass(500);
  expect(told.map(([id]) => id)).toEqual([7, 9]);
});

test('of what is hidden, has no size or cannot be read there is no picture, and the others have theirs', async () => {
  const { pictures, told, canvas, hidden, pass } = drawing();
  const blocked = canvas('secret');
  hidden.add(blocked);
  pictures.seen(1, blocked);
  pictures.seen(2, canvas());
  pictures.seen(3, Object.assign(canvas('flat'), { height: 0 }));
  pictures.seen(4, canvas('a'));
  await pass(1_000);
  expect(told.map(([id]) => id)).toEqual([4]);
});

test('where no canvas is left nothing is waited for', async () => {
  const { pictures, canvas, pass, waiting } = drawing();
  const one = canvas('a');
  pictures.seen(7, one);
  await pass(500);
  expect(waiting()).toBe(1);
  Object.assign(one, { isConnected: false });
  await pass(500);
  expect(waiting()).toBe(0);
});
