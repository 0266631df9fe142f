import { Agent } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { createClient } from '@clickhouse/client';
import type { Engine } from './engine.ts';
import { runOn } from './run-on.ts';

/** The embedded engine of another process, at its socket, for as long as that process leases it. */
export function socketEngine({ socketPath, scratch = tmpdir() }: { socketPath: string; scratch?: string }): Engine {
  const agent = Object.assign(new Agent({ keepAlive: true, maxSockets: 16 }), { createConnection: () => connect(socketPath) });
  const client = createClient({
    url: 'http://engine',
    http_agent: agent,
    request_timeout: 600_000,
    keep_alive: { enabled: true },
    log: { level: 127 },
  });
  return {
    localFiles: true,
    scratch,
    use: (work) => runOn(client, work),
    acquire: async () => ({ client, release: () => undefined }),
    async stop() {
      await client.close();
      agent.destroy();
    },
  };
}
