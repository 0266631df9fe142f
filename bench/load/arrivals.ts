import { createHistogram, type RecordableHistogram } from 'node:perf_hooks';

/** When the next message is due: at once, or at a set rate. */
export interface Pace {
  connections: number;
  warmUpMs: number;
  ms: number;
  /** Messages a second over all connections; as many as are answered where it is left out. */
  rate?: number;
}

/** What a load generator saw. */
export interface LoadResult {
  answered: number;
  /** The same with those of the warm-up. */
  answeredInAll: number;
  perSecond: number;
  p50Ms: number;
  p99Ms: number;
  maxMs: number;
  failed: number;
  firstFailure?: string;
}

/** One connection: sends a message whenever it is asked to. */
export interface Sender {
  send(): void;
}

const TICK_MS = 1;

/**
 * Drives connections and counts answers. At a set rate the time counts from when a message was due, not from when a
 * connection was free for it: a server that stalls cannot hide behind a generator that waits with it.
 */
export function createArrivals({ connections, warmUpMs, ms, rate }: Pace) {
  const histogram: RecordableHistogram = createHistogram();
  const due = new Map<Sender, number>();
  const idle: Sender[] = [];
  const late: number[] = [];
  let startedAt = 0;
  let made = 0;
  let answered = 0;
  let answeredInAll = 0;
  let failed = 0;
  let firstFailure: string | undefined;
  let isOver = false;
  let finish: (() => void) | undefined;
  let ticker: NodeJS.Timeout | undefined;

  function give(sender: Sender, at: number): void {
    due.set(sender, at);
    sender.send();
  }

  function tick(): void {
    const now = performance.now();
    for (let at = startedAt + (made * 1_000) / (rate ?? 1); at <= now; at = startedAt + (made * 1_000) / (rate ?? 1)) {
      made += 1;
      const sender = idle.pop();
      if (sender) give(sender, at);
      else late.push(at);
    }
  }

  function next(sender: Sender): void {
    due.delete(sender);
    if (isOver) {
      if (due.size === 0) finish?.();
    } else if (rate === undefined) {
      give(sender, performance.now());
    } else {
      const at = late.shift();
      if (at === undefined) idle.push(sender);
      else give(sender, at);
    }
  }

  return {
    answered(sender: Sender): void {
      const now = performance.now();
      answeredInAll += 1;
      if (now - startedAt >= warmUpMs && !isOver) {
        answered += 1;
        histogram.record(Math.max(1, Math.round((now - (due.get(sender) ?? now)) * 1_000)));
      }
      next(sender);
    },
    failed(sender: Sender, says: string): void {
      failed += 1;
      firstFailure ??= says;
      next(sender);
    },
    async run(senders: Sender[]): Promise<LoadResult> {
      if (senders.length !== connections) throw new Error(`expected ${connections} connections, got ${senders.length}`);
      startedAt = performance.now();
      if (rate === undefined) for (const sender of senders) give(sender, startedAt);
      else {
        idle.push(...senders);
        ticker = setInterval(tick, TICK_MS);
      }
      await new Promise((resolve) => setTimeout(resolve, warmUpMs + ms));
      isOver = true;
      clearInterval(ticker);
      if (due.size > 0) await new Promise<void>((resolve) => (finish = resolve));
      const result = {
        answered,
        answeredInAll,
        perSecond: Math.round((answered * 1_000) / ms),
        p50Ms: inMs(histogram, 50),
        p99Ms: inMs(histogram, 99),
        maxMs: inMs(histogram, 100),
        failed,
      };
      return firstFailure === undefined ? result : { ...result, firstFailure };
    },
  };
}

const inMs = (histogram: RecordableHistogram, percentile: number): number => Math.round(histogram.percentile(percentile) / 10) / 100;
