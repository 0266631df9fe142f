import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { text } from 'node:stream/consumers';
import { createGunzip, createGzip } from 'node:zlib';
import type { Lanes } from './lanes.ts';
import { readRequest, type EngineRequest } from './read-request.ts';
import { insertFromFile, readStatement } from './statement.ts';

export interface HttpInterfaceDeps {
  lanes: Lanes;
  /** Bodies of inserts wait here for the engine to read them. */
  scratch: string;
  /** Asked for where the server listens to more than its own user. */
  password?: string;
}

/** Parameters travel in the address, and a list of 500 sessions is longer than Node allows; ClickHouse itself takes 1 MiB. */
export const ADDRESS_BYTES = 1024 * 1024;

/** As much of the ClickHouse HTTP interface as an unmodified `@clickhouse/client` uses. */
export function createHttpInterface(deps: HttpInterfaceDeps): Server {
  return createServer({ maxHeaderSize: ADDRESS_BYTES }, (request, response) => {
    answer(deps, request, response).catch((error: unknown) => fail(response, error));
  });
}

async function answer(deps: HttpInterfaceDeps, request: IncomingMessage, response: ServerResponse) {
  const url = new URL(request.url ?? '/', 'http://engine');
  if (url.pathname === '/ping') return void response.end('Ok.\n');
  if (!isAdmitted(deps, request))
    throw new Error('Code: 516. DB::Exception: Authentication failed: wrong password. (AUTHENTICATION_FAILED)');
  const asked = readRequest(url.searchParams);
  const body = request.headers['content-encoding'] === 'gzip' ? request.pipe(createGunzip()) : request;
  if (asked.query === '') return run(deps.lanes, await text(body), asked, request, response);
  if (!/^\s*INSERT\b/i.test(asked.query)) {
    return run(deps.lanes, `${asked.query}${await text(body)}`, asked, request, response);
  }
  const path = join(deps.scratch, `${randomUUID()}.rows`);
  try {
    await pipeline(body, createWriteStream(path, { mode: 0o600 }));
    return await run(deps.lanes, insertFromFile(asked.query, path), asked, request, response);
  } finally {
    await rm(path, { force: true });
  }
}

async function run(lanes: Lanes, sql: string, asked: EngineRequest, request: IncomingMessage, response: ServerResponse) {
  const statement = readStatement(sql, asked.defaultFormat);
  const { session, release } = await lanes.take(statement.lane);
  const pieces = session.run(sql, statement, asked);
  try {
    if (response.destroyed) return;
    const first = await pieces.next();
    const tag = randomUUID().slice(0, 16);
    response.setHeader('X-ClickHouse-Query-Id', asked.queryId);
    response.setHeader('X-ClickHouse-Format', statement.format);
    response.setHeader('X-ClickHouse-Exception-Tag', tag);
    response.setHeader('Content-Type', 'application/octet-stream');
    await send(joined(first, pieces, tag), asked.compress && acceptsGzip(request), response);
  } finally {
    // Nobody may have begun to read: a reader can hang up before the first piece is out. The session must be done with it.
    await pieces.return();
    release();
  }
}

/** The pieces of an answer, and an error among them in the form the client looks for once the status is out. */
async function* joined(first: IteratorResult<Uint8Array, void>, rest: AsyncGenerator<Uint8Array, void>, tag: string) {
  try {
    if (!first.done) yield first.value;
    yield* rest;
  } catch (error) {
    const message = `${messageOf(error)}\n`;
    yield Buffer.from(`\r\n__exception__\r\n${tag}\r\n${message}${Buffer.byteLength(message)} ${tag}\r\n__exception__\r\n`);
  } finally {
    await rest.return();
  }
}

async function send(pieces: AsyncGenerator<Uint8Array, void>, compressed: boolean, response: ServerResponse) {
  try {
    if (!compressed) return await pipeline(pieces, response);
    response.setHeader('Content-Encoding', 'gzip');
    await pipeline(pieces, createGzip({ level: 1 }), response);
  } catch (error) {
    // The reader hung up: there is nobody left to tell, and the pipeline has cancelled the query.
    if (!response.destroyed) throw error;
  }
}

function fail(response: ServerResponse, error: unknown) {
  const message = messageOf(error);
  if (response.headersSent) return void response.destroy();
  const code = /Code: (\d+)/.exec(message)?.[1] ?? '1002';
  response.statusCode = code === '516' ? 403 : 500;
  response.setHeader('X-ClickHouse-Exception-Code', code);
  response.end(message);
}

/** The engine's message in the form the client parses: `Code: N. DB::Exception: … (NAME)`. */
function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const start = message.indexOf('Code: ');
  return start >= 0 ? message.slice(start) : `Code: 1002. DB::Exception: ${message} (UNKNOWN_EXCEPTION)`;
}

function isAdmitted({ password }: HttpInterfaceDeps, { headers }: IncomingMessage): boolean {
  if (password === undefined) return true;
  const basic = Buffer.from((headers.authorization ?? '').replace(/^Basic /, ''), 'base64').toString();
  return headers['x-clickhouse-key'] === password || basic.slice(basic.indexOf(':') + 1) === password;
}

const acceptsGzip = ({ headers }: IncomingMessage) => String(headers['accept-encoding'] ?? '').includes('gzip');
