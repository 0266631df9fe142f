import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import type { ApplicationId, FlightId } from '@sightline/protocol';
import Fastify from 'fastify';
import { WebSocket } from 'ws';
import type { Batch } from '../batch.ts';
import { createDoor, type DoorDeps } from './door.ts';
import type { FlightGate } from './flight-gate.ts';

/** A spool in memory whose disk answers when the test says so. */
export function memorySpool() {
  const batches: Batch[] = [];
  const waiting: { resolve(): void; reject(error: Error): void }[] = [];
  const state = { isSlow: false, error: undefined as Error | undefined };
  return {
    batches,
    state,
    waiting,
    events: () => batches.flatMap(({ events }) => events),
    refused: () => batches.flatMap(({ refused }) => refused),
    append(batch: Batch): Promise<void> {
      // What is written is what JSON holds of it, as in the real one.
      const written = JSON.parse(JSON.stringify(batch)) as Batch;
      if (state.error !== undefined) return Promise.reject(state.error);
      if (!state.isSlow) {
        batches.push(written);
        return Promise.resolve();
      }
      return new Promise((resolve, reject) => {
        waiting.push({
          resolve() {
            batches.push(written);
            resolve();
          },
          reject,
        });
      });
    },
  };
}

export const FLIGHT: FlightGate = {
  application: '11111111-1111-4111-8111-111111111111' as ApplicationId,
  flight: '22222222-2222-4222-8222-222222222222' as FlightId,
  active: true,
  allowedOrigins: ['http://localhost:*', 'http://127.0.0.1:*', 'https://study.example.org'],
  acceptsUnsigned: false,
};
export const TOKEN = 'sl_test';

/** Flights in memory, one token; `change` tells the door. */
export function memoryFlights(first: FlightGate = FLIGHT) {
  const listeners = new Set<() => void>();
  let gate: FlightGate | undefined = first;
  return {
    byToken: async (token: string) => (token === TOKEN ? gate : undefined),
    byIds: async (application: string, flight: string) => (application === gate?.application && flight === gate.flight ? gate : undefined),
    unsigned: async () => gate,
    origins: async () => gate?.allowedOrigins ?? [],
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    /** Takes the token away without telling. */
    revoke() {
      gate = undefined;
    },
    change(next: FlightGate | undefined) {
      gate = next;
      for (const listener of listeners) listener();
    },
  };
}

/** A door with a real HTTP server on loopback. */
export async function openDoor(more: Partial<DoorDeps> = {}, first: FlightGate = FLIGHT) {
  const spool = memorySpool();
  const flights = memoryFlights(first);
  const people: { visitor: string; email: string; flight: string }[] = [];
  const said: { fields: object; message: string }[] = [];
  const say = (fields: object, message: string) => void said.push({ fields, message });
  const door = createDoor({
    spool,
    flights,
    people: { register: async ({ visitor, email, flight }) => void people.push({ visitor, email, flight }) },
    sessions: { clientStart: async () => undefined },
    log: { warn: say, error: say },
    now: Date.now,
    ...more,
  });
  const app = Fastify({ logger: false, serverFactory: (route) => createServer(door.ahead(route)) });
  await app.register(door.http);
  door.upgrade(app.server);
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  return {
    door,
    app,
    spool,
    flights,
    people,
    said,
    port,
    url: `http://127.0.0.1:${port}`,
    socket: (path = '/ws/endpoint/', headers: Record<string, string> = {}) => connect(`ws://127.0.0.1:${port}${path}`, headers),
    async stop() {
      await door.stop();
      await app.close();
    },
  };
}

export type OpenDoor = Awaited<ReturnType<typeof openDoor>>;

/** A WebSocket client that keeps what it heard until the test asks. */
export async function connect(url: string, headers: Record<string, string>) {
  const socket = new WebSocket(url, { headers });
  const heard: Record<string, unknown>[] = [];
  const listeners: (() => void)[] = [];
  const wake = () => {
    for (const listener of listeners.splice(0)) listener();
  };
  let close: { code: number } | undefined;
  socket.on('message', (data) => {
    heard.push(JSON.parse(String(data)) as Record<string, unknown>);
    wake();
  });
  socket.on('close', (code) => {
    close = { code };
    wake();
  });
  socket.on('error', () => undefined);
  await once(socket, 'open');
  const until = async <Value>(look: () => Value | undefined): Promise<Value> => {
    for (;;) {
      const value = look();
      if (value !== undefined) return value;
      await new Promise<void>((resolve) => {
        listeners.push(resolve);
      });
    }
  };
  return {
    socket,
    heard,
    send: (message: unknown) => socket.send(typeof message === 'string' ? message : JSON.stringify(message)),
    /** The next message, in order; undefined once closed without one. */
    async next(): Promise<Record<string, unknown> | undefined> {
      const found = await until(() =>
        heard.length > 0 ? { message: heard.shift() } : close === undefined ? undefined : { message: undefined },
      );
      return found.message;
    },
    closed: async () => (await until(() => close)).code,
    end: () => socket.terminate(),
  };
}

/** A turn of the event loop with room for the network: long enough that what would have come has come. */
export const moment = (ms = 60) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, ms);
  });
