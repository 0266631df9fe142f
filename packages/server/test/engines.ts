import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { embeddedEngine, type EmbeddedEngine } from '../src/engine/embedded-engine.ts';
import type { Engine } from '../src/engine/engine.ts';
import { remoteEngine } from '../src/engine/remote-engine.ts';

const serverDirectory = fileURLToPath(new URL('..', import.meta.url));
const silent = { info: () => undefined, warn: () => undefined };

/** The engine's child built from this source, so that tests need no build before them. */
export const childScript = (): Promise<string> => built('src/engine/child.ts');

/** Starts a process with an engine of its own on a directory, for a test that kills it, or refuses it files above a size. */
export async function startEngineParent(directory: string, { fileBytes }: { fileBytes?: number } = {}): Promise<ChildProcess> {
  const parent = fork(await built('test/engine-parent.ts'), [directory, await childScript()], {
    execArgv: [],
    ...(fileBytes !== undefined && { execPath: limited(fileBytes) }),
  });
  await once(parent, 'message');
  return parent;
}

/** Node for which the disk refuses to let a file grow over a size. */
function limited(fileBytes: number): string {
  const path = join(serverDirectory, 'node_modules/.cache/sightline', `node-${fileBytes}-${process.pid}.sh`);
  // The limit's signal would end the process instead; the unit of `ulimit -f` is 512 bytes.
  writeFileSync(path, `#!/bin/sh\ntrap '' XFSZ\nulimit -f ${Math.ceil(fileBytes / 512)}\nexec "${process.execPath}" "$@"\n`, {
    mode: 0o700,
  });
  return path;
}

async function built(source: string): Promise<string> {
  const outfile = join(serverDirectory, 'node_modules/.cache/sightline', `${basename(source, '.ts')}-${process.pid}.mjs`);
  await build({
    entryPoints: [join(serverDirectory, source)],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
  });
  return outfile;
}

/** A directory that goes with the test. */
export function scratchDirectory(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'sightline-test-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** An embedded engine on a directory of its own. */
export async function testEmbeddedEngine(
  options: { idleAfterMs?: number; directory?: string } = {},
): Promise<EmbeddedEngine & { directory: string }> {
  const scratch = scratchDirectory();
  const directory = options.directory ?? scratch.path;
  const engine = embeddedEngine({ directory, idleAfterMs: options.idleAfterMs ?? 60_000, childScript: await childScript(), log: silent });
  return {
    ...engine,
    directory,
    async stop() {
      await engine.stop();
      scratch.remove();
    },
  };
}

/** A stand-in for a ClickHouse server on loopback; see `engine/child.ts` for what that proves. */
export async function testRemoteEngine(): Promise<Engine & { node: ChildProcess; url: string }> {
  const scratch = scratchDirectory();
  const port = await freePort();
  const node = fork(await childScript(), ['--store', scratch.path, '--port', String(port), '--password', 'secret'], { execArgv: [] });
  await once(node, 'message');
  const url = `http://default:secret@127.0.0.1:${port}/`;
  const engine = remoteEngine({ url });
  return {
    ...engine,
    node,
    url,
    async stop() {
      await engine.stop();
      const gone = once(node, 'exit');
      node.kill('SIGKILL');
      await gone;
      scratch.remove();
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error(`expected a TCP address, got ${String(address)}`);
  return address.port;
}
