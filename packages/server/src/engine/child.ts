import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Session } from 'chdb';
import { every } from '../every.ts';
import { createEngineSession } from './engine-session.ts';
import { ADDRESS_BYTES, createHttpInterface } from './http-interface.ts';
import { scratchOf } from './scratch-of.ts';
import { createLanes, QUERIES_AT_ONCE } from './lanes.ts';
import { createWriteWatch } from './write-watch.ts';

/*
 * The engine's process: chDB behind the ClickHouse HTTP protocol, on a Unix socket that only its user can open.
 *
 * With --port and --password it listens on loopback instead and stands in for a ClickHouse server in tests. That proves our
 * dialect, our client's settings, streaming, retries and deduplication tokens on the real engine. It does not prove
 * replication, Distributed tables, Keeper, a load balancer between nodes, or other versions of the server.
 */

/** What all statements together may hold: a scan of millions of rows needs a tenth of it. */
const MEMORY_BYTES = 2 * 1024 ** 3;
/** The engine of a process that was just killed needs a moment to leave the directory. */
const LOCK_WITHIN_MS = 5_000;
const TOLD_WITHIN_MS = 250;

const CONNECTION_ARGUMENTS = [
  `--max_server_memory_usage=${MEMORY_BYTES}`,
  `--max_memory_usage=${MEMORY_BYTES / 2}`,
  `--max_bytes_before_external_group_by=${MEMORY_BYTES / 8}`,
  `--max_bytes_before_external_sort=${MEMORY_BYTES / 8}`,
  '--mark_cache_size=67108864',
  // It asks for a GiB for each thread otherwise, and the bound above leaves it one: half the machine.
  `--max_threads_min_free_memory_per_thread=${MEMORY_BYTES / 32}`,
  '--max_execution_time=600',
  // As long as an address: parameters are set by a statement.
  `--max_query_size=${ADDRESS_BYTES}`,
];
/** A table remembers the tokens of parts that turned out to be incomplete, too: what is stored once more then must not be taken for known. Keys tell that. */
const KEYS_NOT_TOKENS = ['--deduplicate_insert=disable', '--deduplicate_insert_select=disable'];

const { store, socket, port, password } = parseArgs({
  options: { store: { type: 'string' }, socket: { type: 'string' }, port: { type: 'string' }, password: { type: 'string' } },
}).values;
if (store === undefined) throw new Error('the engine needs --store <directory>');
if (socket === undefined && (port === undefined || password === undefined)) {
  throw new Error('the engine needs --socket <path>, or --port <number> and --password <text>');
}

// The parent is gone. A statement in flight is repeated by its successor, which waits for the directory. Heard from the start:
// a parent that is killed while its engine opens must not leave one behind that holds the directory for good.
const end = () => process.kill(process.pid, 'SIGKILL');
process.once('disconnect', end);

// Nice 10: acknowledging batches goes first. At 19 a busy machine starves loading (a load of 150 ms took seconds).
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
mkdirSync(store, { recursive: true, mode: 0o700 });
const connectionArgs = socket === undefined ? CONNECTION_ARGUMENTS : [...CONNECTION_ARGUMENTS, ...KEYS_NOT_TOKENS];
const connect = () => new Session(join(store, 'chdb'), { connectionArgs });
const watch = createWriteWatch({
  session: await firstSession(performance.now() + LOCK_WITHIN_MS),
  directory: store,
  every,
  onRefused: startAgain,
});
const open = () => createEngineSession(connect(), watch);
if (process.send !== undefined && !process.connected) end();
const lanes = createLanes({ first: open(), open, queries: QUERIES_AT_ONCE });

// chDB locked its directory, so what an engine before this one left behind is ours to clear.
const scratch = scratchOf(store);
rmSync(scratch, { recursive: true, force: true });
mkdirSync(scratch, { mode: 0o700 });

const server = createHttpInterface({ lanes, scratch, ...(password === undefined ? {} : { password }) });
server.keepAliveTimeout = 0;
server.requestTimeout = 0;
if (socket === undefined) server.listen(Number(port), '127.0.0.1', ready);
else {
  rmSync(socket, { force: true });
  process.umask(0o177);
  server.listen(socket, () => {
    process.umask(0o077);
    chmodSync(socket, 0o600);
    ready();
  });
}

process.once('SIGTERM', () => {
  server.close(() => {
    lanes.close();
    watch.close();
    process.exit(0);
  });
  server.closeIdleConnections();
});
// Ctrl+C reaches the whole group; the parent decides when the engine ends.
process.on('SIGINT', () => undefined);

function ready() {
  process.send?.({ ready: true });
}

/** Whoever waits is told what happened. The next engine leaves out parts that are incomplete, and takes up again those that they were made of. */
function startAgain() {
  process.stderr.write('the disk refused what the engine wrote, as it is full or broken; it starts again without what is incomplete\n');
  setTimeout(end, TOLD_WITHIN_MS);
}

async function firstSession(until: number): Promise<Session> {
  try {
    return connect();
  } catch (error) {
    if (performance.now() > until) throw error;
    await delay(100);
    return firstSession(until);
  }
}
