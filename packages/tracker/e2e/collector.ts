import { createServer, type IncomingMessage, type Server } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import {
  RecordingAsset,
  RecordingChunk,
  UP,
  WireEvent,
  type EventPayload,
  type HandshakeRequest,
  type SessionId,
  type SettingsVersion,
  type TabId,
  type UpMessage,
} from '@sightline/protocol';
import { createRecordings } from './recordings.ts';
import { Compile } from 'typebox/compile';
import { WebSocketServer, type WebSocket } from 'ws';

/** An event as it arrived, with what its payload said about it. */
export interface Arrived extends WireEvent {
  session: SessionId;
  tab: TabId;
  sequence: number;
  details?: Record<string, unknown>;
}

/** How the collector behaves just now. */
export interface Mood {
  sockets: 'open' | 'refused' | 'mute';
  http: 'open' | 'refused';
  /** Whether payloads are acknowledged. */
  acknowledges: boolean;
  /** What stands in front of a script that is asked for with a token, as the server puts the flight's settings there. */
  prologue: string;
  /** What it answers of the flight's settings; nothing where it is not there. */
  settings?: Pick<SettingsVersion, 'hash' | 'settings'>;
}

const TYPES: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' };
const pages = fileURLToPath(new URL('pages/', import.meta.url));
const examples = fileURLToPath(new URL('../../../examples/', import.meta.url));
const scripts = fileURLToPath(new URL('../dist/scripts/', import.meta.url));
const isEvent = Compile(WireEvent);
const isPayload = Compile(UP['logui-event-payload']);
const isChunk = Compile(RecordingChunk);
const isAsset = Compile(RecordingAsset);
const isHandshake = Compile(UP['logui-handshake-request']);

/** A server that speaks the native protocol, checks everything against its schemas, and remembers what arrived. */
export function createCollector() {
  const events = new Map<string, Arrived>();
  const mood: Mood = { sockets: 'open', http: 'open', acknowledges: true, prologue: '' };
  const wrong: string[] = [];
  const handshakes: HandshakeRequest[] = [];
  const asked: (string | null)[] = [];
  const recordings = createRecordings((text) => wrong.push(text));
  const bodies: string[] = [];
  let twice = 0;
  let doubled = 0;
  const sockets = new Set<WebSocket>();

  const take = (payload: EventPayload) => {
    if (!isPayload.Check(payload)) wrong.push(`payload: ${JSON.stringify(isPayload.Errors(payload))}`);
    for (const event of payload.events) {
      if (!isEvent.Check(event)) wrong.push(`event: ${JSON.stringify(event)}`);
      const arrived = { ...(event as Arrived), session: payload.session as SessionId, tab: payload.tab as TabId };
      const key = `${arrived.session} ${arrived.tab} ${arrived.sequence}`;
      const before = events.get(key);
      if (before && JSON.stringify(before) !== JSON.stringify(arrived)) wrong.push(`${key} came with two contents`);
      if (before) twice += 1;
      if (before && !payload.resent) doubled += 1;
      events.set(key, arrived);
    }
    for (const chunk of payload.recordings ?? []) {
      if (isChunk.Check(chunk)) recordings.chunk(payload, chunk);
      else wrong.push(`chunk: ${JSON.stringify(isChunk.Errors(chunk))}`);
    }
    for (const asset of payload.assets ?? []) {
      if (isAsset.Check(asset)) recordings.asset(asset, payload.resent === true);
      else wrong.push(`asset: ${JSON.stringify(isAsset.Errors(asset))}`);
    }
    return { messageType: 'logui-events-saved', batch: payload.batch, stored: payload.events.length, serverTime: Date.now() };
  };

  const greet = (handshake: HandshakeRequest) => {
    if (!isHandshake.Check(handshake)) wrong.push(`handshake: ${JSON.stringify(handshake)}`);
    handshakes.push(handshake);
    return { messageType: 'logui-handshake-success', sessionIdentifier: handshake.sessionUUID, serverTime: Date.now() };
  };

  const server: Server = createServer(async (request, response) => {
    const { pathname: path, searchParams } = new URL(request.url ?? '/', 'http://x');
    if (path === '/v1/collect') {
      if (mood.http === 'refused') return request.destroy();
      const body = await bodyOf(request);
      bodies.push(body);
      const { handshake, messages } = JSON.parse(body);
      const answers = [greet(handshake), ...(mood.acknowledges ? messages.map(take) : [])];
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ messages: answers }));
      return;
    }
    if (path === '/v1/settings') {
      asked.push(searchParams.get('token'));
      response.writeHead(mood.settings ? 200 : 503, { 'content-type': 'application/json' }).end(JSON.stringify(mood.settings));
      return;
    }
    const isExample = /^\/(?:shop|logui-test)\//.test(path);
    const file = (isExample ? examples : extname(path) === '.js' ? scripts : pages) + path.slice(1);
    const type = TYPES[extname(path)] ?? 'text/html; charset=utf-8';
    await readFile(file).then(
      (body) =>
        response
          .writeHead(200, { 'content-type': type, 'cache-control': 'max-age=60' })
          .end(searchParams.has('token') ? mood.prologue + body : body),
      () => response.writeHead(404).end(),
    );
  });

  const endpoint = new WebSocketServer({ noServer: true });
  server.on('upgrade', (request, socket, head) => {
    if (mood.sockets === 'refused') return socket.destroy();
    endpoint.handleUpgrade(request, socket, head, (open) => {
      sockets.add(open);
      open.on('close', () => sockets.delete(open));
      open.on('message', (data) => {
        if (mood.sockets === 'mute') return;
        bodies.push(String(data));
        const message: UpMessage = JSON.parse(String(data));
        if (message.messageType === 'logui-handshake-request') open.send(JSON.stringify(greet(message)));
        else if (message.messageType === 'logui-event-payload') {
          const answer = take(message);
          if (mood.acknowledges) open.send(JSON.stringify(answer));
        }
      });
    });
  });

  return {
    /** Known once it listens. */
    url: () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    mood,
    wrong,
    handshakes,
    recordings,
    /** Everything that the pages sent, as it came. */
    bodies,
    /** Tokens whose settings were asked for. */
    asked,
    /** Everything that arrived, by tab and number. */
    events: () => [...events.values()].sort((one, other) => one.tab.localeCompare(other.tab) || one.sequence - other.sequence),
    named: (name: string) => [...events.values()].filter(({ eventName }) => eventName === name),
    /** Events that came again, and those of them that were not marked as sent before. */
    repeats: () => ({ twice, doubled }),
    /** Numbers missing between 0 and the highest of each tab. */
    gaps: () => {
      const highest = new Map<string, number>();
      for (const { tab, sequence } of events.values()) highest.set(tab, Math.max(sequence, highest.get(tab) ?? -1));
      const have = new Set([...events.values()].map(({ tab, sequence }) => `${tab} ${sequence}`));
      return [...highest].flatMap(([tab, last]) =>
        Array.from({ length: last + 1 }, (_, sequence) => `${tab} ${sequence}`).filter((key) => !have.has(key)),
      );
    },
    cutSockets: () => sockets.forEach((socket) => socket.terminate()),
    listen: () => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)),
    close: () =>
      new Promise<void>((resolve) => {
        sockets.forEach((socket) => socket.terminate());
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
export type Collector = ReturnType<typeof createCollector>;

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString();
}
