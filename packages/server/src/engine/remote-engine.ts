import { tmpdir } from 'node:os';
import { createClient } from '@clickhouse/client';
import type { Engine } from './engine.ts';
import { runOn } from './run-on.ts';

/** A ClickHouse server or cluster: `http(s)://user:password@host:port/database`. */
export function remoteEngine({ url }: { url: string }): Engine {
  const client = createClient({
    url,
    request_timeout: 600_000,
    compression: { request: true, response: true },
    log: { level: 127 },
  });
  return {
    localFiles: false,
    scratch: tmpdir(),
    use: (work) => runOn(client, work),
    acquire: async () => ({ client, release: () => undefined }),
    stop: () => client.close(),
  };
}
