import { WebSocket } from 'ws';

/**
 * A WebSocket that lets the dialect decide what happens when `ws` finds a broken or oversized frame: the close frame that `ws` would
 * send silences a shipped LogUI client for good.
 */
export class DoorSocket extends WebSocket {
  /** Called instead of closing; the dialect then closes or drops. */
  onBroken: ((code: number) => void) | undefined;

  override close(code?: number, reason?: string | Buffer): void {
    const broken = code !== undefined && BROKEN.has(code) ? this.onBroken : undefined;
    if (broken === undefined || code === undefined) return super.close(code, reason);
    this.onBroken = undefined;
    return broken(code);
  }
}

/** Protocol error, invalid text, message too big: what `ws` closes with of its own accord. */
const BROKEN: ReadonlySet<number> = new Set([1002, 1007, 1009]);
