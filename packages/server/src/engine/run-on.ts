import type { ClickHouseClient } from '@clickhouse/client';
import { EngineUnavailable } from './engine-unavailable.ts';

/** What a connection says when the other end is gone or was never there. */
const GONE = new Set(['ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ENOENT', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'EHOSTUNREACH']);

/** Runs work on a client, and tells the loss of the engine from an error of the statement. */
export async function runOn<Result>(client: ClickHouseClient, work: (client: ClickHouseClient) => Promise<Result>): Promise<Result> {
  try {
    return await work(client);
  } catch (error) {
    if (!isLoss(error)) throw error;
    throw new EngineUnavailable('the engine was lost while the statement ran; it may be tried again', { cause: error });
  }
}

function isLoss(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? error.code : undefined;
  return (typeof code === 'string' && GONE.has(code)) || error.message === 'Timeout error.';
}
