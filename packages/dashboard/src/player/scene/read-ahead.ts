import type { Playhead } from '../clock/playhead.ts';
import type { Scene } from './scene.ts';

export interface ReadAheadDeps {
  scene: Pick<Scene, 'on' | 'isOpening'>;
  playhead: Playhead;
  /** What was waited for is there. */
  caughtUp: () => void;
  failed: (message: string) => void;
  /** Resolves after so many milliseconds. */
  wait: (ms: number) => Promise<void>;
}

/** Read before it is needed: of the session, at its speed. */
const AHEAD_MS = 10_000;
/** A server that is away is not asked at every frame. */
const AFTER_FAILURE_MS = 1_000;

/** Reads on before the playhead comes to the end of what was read. */
export function createReadAhead({ scene, playhead, caughtUp, failed, wait }: ReadAheadDeps) {
  let reading: { of: unknown; aborter: AbortController } | undefined;

  const look = async () => {
    const on = scene.on();
    if (reading && reading.of !== on) stop();
    if (!on || reading || scene.isOpening() || !on.reader.hasMore()) return;
    const horizon = playhead.at() + AHEAD_MS * Math.max(1, playhead.speed());
    if (on.reader.readUntil() > horizon) return;
    const mine = { of: on, aborter: new AbortController() };
    reading = mine;
    const { signal } = mine.aborter;
    try {
      await on.readOn(horizon, signal);
      if (!signal.aborted && playhead.isHeld('loading') && !scene.isOpening() && playhead.at() < on.reader.readUntil()) caughtUp();
    } catch (error) {
      if (signal.aborted) return;
      failed(error instanceof Error ? error.message : String(error));
      await wait(AFTER_FAILURE_MS);
    } finally {
      if (reading === mine) reading = undefined;
    }
  };
  const stop = () => {
    reading?.aborter.abort();
    reading = undefined;
  };

  return { look, stop };
}
