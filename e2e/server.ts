import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { createServer, type AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';

// Found by name, as the trials run this file from where they are compiled to.
const PROGRAM = join(dirname(createRequire(import.meta.url).resolve('@sightline/server/package.json')), 'bin/sightline.js');
/** A second, on a machine that does nothing else. */
const READY_WITHIN_MS = 120_000;
const LOOK_EVERY_MS = 25;

/** Where a server is to run. */
export interface ServerPlace {
  dataDir: string;
  port: number;
  env?: Record<string, string>;
}

export type RunningServer = Awaited<ReturnType<typeof startServer>>;

/** Starts the real server as a process of its own, and waits until it is ready. */
export async function startServer({ dataDir, port, env }: ServerPlace) {
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, [PROGRAM, 'serve'], { env: environment(dataDir, { SIGHTLINE_PORT: String(port), ...env }) });
  const ended = once(child, 'exit');
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (output += part.toString()));

  async function end(signal: NodeJS.Signals): Promise<void> {
    if (!isRunning(child)) return;
    child.kill(signal);
    await ended;
  }

  await ready(url, child, () => output);
  return {
    url,
    port,
    dataDir,
    pid: child.pid ?? 0,
    output: () => output,
    /** As a power failure would, for this process: nothing of it runs any more. */
    kill: () => end('SIGKILL'),
    /** As an owner would. */
    stop: () => end('SIGTERM'),
  };
}

/** Runs a command of the CLI on a data directory, and answers what it printed. */
export async function sightline(dataDir: string, args: string[], env?: Record<string, string>): Promise<string> {
  const child = spawn(process.execPath, [PROGRAM, ...args], { env: environment(dataDir, env) });
  const parts: Buffer[] = [];
  let errors = '';
  child.stdout.on('data', (part: Buffer) => parts.push(part));
  child.stderr.on('data', (part: Buffer) => (errors += part.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  const output = Buffer.concat(parts).toString();
  if (code !== 0) throw new Error(`sightline ${args.join(' ')} ended with ${code}: ${errors}${output}`);
  return output;
}

/** A port of this machine that nobody uses now. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

const environment = (dataDir: string, env?: Record<string, string>): NodeJS.ProcessEnv => ({
  ...process.env,
  SIGHTLINE_HOST: '127.0.0.1',
  SIGHTLINE_DATA: dataDir,
  ...env,
});

const isRunning = (child: ChildProcess): boolean => child.exitCode === null && child.signalCode === null;

async function ready(url: string, child: ChildProcess, output: () => string): Promise<void> {
  for (const until = Date.now() + READY_WITHIN_MS; Date.now() < until;) {
    if (!isRunning(child)) throw new Error(`The server ended with ${child.signalCode ?? child.exitCode} before it was ready: ${output()}`);
    if (await answers(`${url}/readyz`)) return;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  child.kill('SIGKILL');
  throw new Error(`The server was not ready within ${READY_WITHIN_MS} ms: ${output()}`);
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url);
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false; // Nobody listens yet.
  }
}
