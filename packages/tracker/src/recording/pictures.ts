import type { eventWithTime } from '@rrweb/types';
import type { Packing } from '../page/packing.ts';
import { CHANGE, CHANGED_CANVAS } from './kinds.ts';

export interface PicturesDeps {
  packer: Pick<Packing, 'picture'>;
  /** How often each canvas is worth a picture just now. */
  everyMs(): number;
  /** Runs when the page has drawn its next frame, and before the browser forgets what WebGL drew in it. */
  drawn(task: () => unknown): void;
  bitmapOf(canvas: HTMLCanvasElement): Promise<ImageBitmap>;
  /** Whether what the canvas shows is to be recorded. */
  isShown(canvas: HTMLCanvasElement): boolean;
  change(event: eventWithTime): void;
  wall(): number;
  after(ms: number, task: () => void): void;
}

/** Tells what canvases show. rrweb itself goes on taking pictures, and encodes them, however few of them are wanted. */
export interface Pictures {
  /** A canvas is in the recording under that number; under another one after each full snapshot. */
  seen(id: number, canvas: HTMLCanvasElement): void;
  stop(): void;
}

interface Told {
  id: number;
  /** The picture that a replay has of it. */
  data?: string;
}

/** Pictures of every canvas that was seen, for as long as there is one. */
export function createPictures(deps: PicturesDeps): Pictures {
  const { packer, everyMs, drawn, bitmapOf, isShown, change, wall, after } = deps;
  const told = new Map<HTMLCanvasElement, Told>();
  let isLooking = false;

  const take = async (canvas: HTMLCanvasElement, one: Told) => {
    const { width, height } = canvas;
    const timestamp = wall();
    const picture = await packer.picture(await bitmapOf(canvas));
    // It has another number by now, or shows what it showed.
    if (told.get(canvas) !== one || !picture || picture.data === one.data) return;
    one.data = picture.data;
    const blob = { rr_type: 'Blob', data: [{ rr_type: 'ArrayBuffer', base64: picture.data }], type: picture.contentType };
    const commands = [
      { property: 'clearRect', args: [0, 0, width, height] },
      { property: 'drawImage', args: [{ rr_type: 'ImageBitmap', args: [blob] }, 0, 0] },
    ];
    change({ type: CHANGE, data: { source: CHANGED_CANVAS, id: one.id, type: 0, commands }, timestamp });
  };
  const look = async (canvas: HTMLCanvasElement, one: Told) => {
    if (!canvas.isConnected) told.delete(canvas);
    else if (canvas.width > 0 && canvas.height > 0 && isShown(canvas))
      await take(canvas, one).catch(() => {
        // It holds what another origin does not let the page read, or is being lost.
      });
  };
  const lookAtAll = async () => {
    await Promise.all([...told].map(([canvas, one]) => look(canvas, one)));
    isLooking = told.size > 0;
    if (isLooking) lookLater();
  };
  const lookLater = () => after(everyMs(), () => drawn(lookAtAll));

  return {
    seen(id, canvas) {
      if (told.get(canvas)?.id === id) return;
      const one = { id };
      told.set(canvas, one);
      drawn(() => look(canvas, one));
      if (!isLooking) lookLater();
      isLooking = true;
    },
    stop: () => told.clear(),
  };
}
