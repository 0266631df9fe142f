import type { HeldLocks } from './page/held-locks.ts';
import type { KeptTexts } from './page/kept-texts.ts';
import type { Batch } from './outbox/batch.ts';
import type { BatchStore, LeftBatches } from './outbox/batch-store.ts';
import type { LifeSign } from './outbox/life-sign.ts';
import type { ConnectionListener, Transport } from './delivery/transport.ts';

/** Both clocks and the timers of a page, moved by hand. */
export function fakeTime(start = 1_700_000_000_000) {
  let now = 0;
  let shift = 0;
  let timers: { due: number; task: () => void }[] = [];
  return {
    wall: () => start + now + shift,
    monotonic: () => now,
    after(ms: number, task: () => void) {
      const timer = { due: now + ms, task };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    /** Lets time pass, with what is due in it. */
    async pass(ms: number) {
      const until = now + ms;
      for (;;) {
        await settled();
        const [next] = timers.filter(({ due }) => due <= until).sort((one, other) => one.due - other.due);
        if (!next) break;
        timers = timers.filter((other) => other !== next);
        now = Math.max(now, next.due);
        next.task();
      }
      now = until;
    },
    /** Sets the wall clock without time passing. */
    setWall(byMs: number) {
      shift += byMs;
    },
  };
}

/** Lets everything run that was promised. */
export const settled = () => new Promise<void>((resolve) => setTimeout(resolve));

/** Ids in the form of UUIDs, counted up. */
export function fakeUuids() {
  let count = 0;
  return <Id extends string>() => `00000000-0000-4000-a000-${String((count += 1)).padStart(12, '0')}` as Id;
}

/** Storage that several tabs can be given. */
export function fakeTexts(texts = new Map<string, string>()): KeptTexts {
  return {
    get: (key) => texts.get(key) ?? null,
    set: (key, text) => Boolean(texts.set(key, text)),
    remove: (key) => void texts.delete(key),
  };
}

/** Locks that several tabs can be given. */
export function fakeLocks(): HeldLocks {
  const held = new Set<string>();
  return {
    known: true,
    async take(name) {
      if (held.has(name)) return undefined;
      held.add(name);
      return () => held.delete(name);
    },
    alone: async (_, task) => task(),
    held: async (prefix) => [...held].some((name) => name.startsWith(prefix)),
  };
}

/** A database in memory, that outlives the documents it is given to, and can be slow or broken. */
export function fakeStore() {
  const kept = new Map<string, Batch>();
  const next = new Map<string, number>();
  const signs = new Map<string, LifeSign>();
  const mood = { broken: false, slow: undefined as Promise<void> | undefined };
  const ready = async () => {
    await mood.slow;
    if (mood.broken) throw new Error('QuotaExceededError');
  };
  const store: BatchStore = {
    async next(tab) {
      await ready();
      return next.get(tab) ?? 0;
    },
    async keep(batches) {
      await ready();
      for (const batch of batches) {
        kept.set(keyOf(batch), batch);
        next.set(batch.tab, Math.max(batch.next, next.get(batch.tab) ?? 0));
      }
    },
    async forget(batches) {
      await ready();
      for (const batch of batches) kept.delete(keyOf(batch));
    },
    async mark(tab, sign) {
      await ready();
      if (sign) signs.set(tab, sign);
      else signs.delete(tab);
    },
    async marks() {
      await ready();
      return [...signs.values()];
    },
  };
  const left: LeftBatches = {
    async tabs() {
      await ready();
      return [...new Set([...kept.values()].map(({ tab }) => tab))];
    },
    async of(tab) {
      await ready();
      return [...kept.values()].filter((batch) => batch.tab === tab).sort((one, other) => one.first - other.first);
    },
  };
  return { store, left, mood, kept, signs };
}

/** A way to the server of which the test plays the other end. */
export function fakeTransport(name: Transport['name'] = 'socket') {
  const sent: string[] = [];
  let listener: ConnectionListener | undefined;
  let connections = 0;
  const transport: Transport = {
    name,
    connect(handshake, given) {
      listener = given;
      connections += 1;
      sent.push(handshake);
      return { send: (message) => void sent.push(message), close: () => undefined };
    },
  };
  return {
    transport,
    sent,
    connections: () => connections,
    answers: (message: unknown) => listener?.received(message),
    breaks: (retryAfterMs?: number) => listener?.lost(retryAfterMs),
  };
}

/** A batch of the given numbers. */
export function batchOf(tab: string, first: number, next: number, more: Partial<Batch> = {}): Batch {
  const events = Array.from({ length: next - first }, (_, at) => `{"sequence":${first + at}}`).join();
  return { id: `batch-${tab}-${first}`, token: 'sl_test', tab, session: 'session', first, next, madeAt: 0, events, ...more } as Batch;
}

const keyOf = ({ tab, first }: Batch) => `${tab} ${first}`;
