import type { BatchId } from '@sightline/protocol';
import { TAB_LOCKS, type Tab, type TabState } from '../identity/tab.ts';
import type { Session } from '../identity/session.ts';
import type { HeldLocks } from '../page/held-locks.ts';
import type { Recorded } from '../recorder/recorder.ts';
import type { Adoption } from './adoption.ts';
import type { Batch } from './batch.ts';
import type { BatchStore } from './batch-store.ts';
import type { LifeSign } from './life-sign.ts';
import type { Sender } from './sender.ts';
import type { Tail } from './tail.ts';

export interface OutboxDeps {
  store: BatchStore;
  tail: Tail;
  adoption: Adoption;
  sender: Pick<Sender, 'add' | 'unsaved'>;
  tab: Tab;
  session: Session;
  locks: HeldLocks;
  token: string;
  uuid: <Id extends string>() => Id;
  wall: () => number;
  after: (ms: number, task: () => void) => () => void;
  watch: (work: Promise<unknown>) => void;
  /** Another session began, and with it another tab id. */
  renewed: () => void;
  /** Events were left out while the outbox was full. */
  dropped: (count: number, from: number, to: number) => void;
}

export interface Outbox {
  /** Finds out which tab this is and takes up what its earlier documents left; events wait for that. */
  settle(): Promise<void>;
  /** To be called when somebody does something: sees whether the session still goes on. */
  before(): void;
  keep(event: Recorded): void;
  /** Puts down what would be lost if the tab died now. */
  mark(events: Recorded[], more?: unknown): void;
  /** The signs of life that were found when the tab settled. */
  signs(): Promise<LifeSign[]>;
  /** Makes everything safe at once, as the page may be gone soon. */
  secure(): void;
  /** Secures, and hands the tab over to its next document. */
  leave(): void;
  saved(batch: Batch): void;
  /** Sends on what dead tabs left. */
  adopt(): Promise<void>;
}

/** Long enough to write many events at once, short enough to lose little in a crash. */
const WRITE_AFTER_MS = 200;
const BATCH_EVENTS = 250;
/** Two of these fit into one keepalive request. */
const BATCH_CHARACTERS = 28_000;
/** What waits at most, in characters of events. */
const FULL_CHARACTERS = 8_000_000;

/** Numbers events, keeps them safe, and only then hands them to be sent. */
export function createOutbox(deps: OutboxDeps): Outbox {
  const { store, tail, adoption, sender, tab, session, locks, token, uuid, wall, after, watch, renewed, dropped } = deps;
  let state: TabState | undefined;
  let pending: Recorded[] = [];
  let saving: Batch[] = [];
  let characters = 0;
  let tailed = false;
  const sizes = new Map<BatchId, number>();
  let writing = false;
  let gone = false;
  let lives = 0;
  let tellSigns: (signs: LifeSign[]) => void;
  const found = new Promise<LifeSign[]>((resolve) => (tellSigns = resolve));
  let left: { count: number; from: number; to: number } | undefined;

  const seal = (numbers: TabState): Batch[] => {
    const batches: Batch[] = [];
    for (let start = 0; start < pending.length;) {
      const first = numbers.next;
      const id = uuid<BatchId>();
      let events = '';
      let size = 0;
      for (; start < pending.length && numbers.next - first < BATCH_EVENTS && events.length < BATCH_CHARACTERS; start += 1) {
        const event = pending[start];
        if (!event) break;
        events += `${events && ','}{"sequence":${numbers.next},"epoch":${numbers.epoch + event.epoch},${event.fields}}`;
        numbers.next += 1;
        size += event.fields.length;
      }
      sizes.set(id, size);
      batches.push({ id, token, tab: numbers.id, session: numbers.session, first, next: numbers.next, madeAt: wall(), events });
    }
    pending = [];
    saving.push(...batches);
    return batches;
  };

  const write = () => {
    writing = false;
    if (!state) return;
    const batches = seal(state);
    if (batches.length > 0) watch(save(batches));
  };

  const save = async (batches: Batch[]) => {
    await store.keep(batches);
    saving = saving.filter((batch) => !batches.includes(batch));
    if (tailed && store.durable) for (const batch of batches) tail.drop(batch.tab, [batch]);
    watch(sender.add(batches, false));
  };

  const secure = () => {
    if (!state) return;
    const batches = seal(state);
    // Without a database the tail is all that the next document finds.
    tail.add(state.id, store.durable ? saving : [...sender.unsaved(), ...saving]);
    tailed = true;
    if (batches.length > 0) watch(save(batches));
  };

  const leave = () => {
    lives += 1;
    gone = true;
    if (!state) session.join(false);
    state ??= tab.renew(session.id());
    secure();
    session.leave();
    tab.leave(state);
    watch(store.mark(state.id, undefined));
    // Already in the tail, so they may be sent before the database has them.
    watch(sender.add(saving, false));
  };

  return {
    async settle() {
      const life = (lives += 1);
      gone = false;
      state = undefined;
      const others = await locks.held(TAB_LOCKS);
      if (life !== lives) return;
      // Two tabs that open together must find one session, not make two.
      const signs = await store.marks();
      tellSigns(signs);
      await locks.alone('sightline-session', () => session.join(locks.known ? others.length > 0 : undefined, signs));
      if (life !== lives) return;
      const settled = await tab.settle(store, session.id());
      await adoption.own(settled.id);
      if (life !== lives) return;
      state = settled;
      write();
    },
    before() {
      if (!state || gone || !session.touch()) return;
      // What is pending belongs to the session that ended.
      write();
      state = tab.renew(session.id());
      renewed();
    },
    keep(event) {
      if (characters > FULL_CHARACTERS) {
        left = { count: (left?.count ?? 0) + 1, from: left?.from ?? wall(), to: wall() };
        return;
      }
      characters += event.fields.length;
      pending.push(event);
      if (left) {
        const { count, from, to } = left;
        left = undefined;
        dropped(count, from, to);
      }
      if (gone) return leave();
      if (!writing) after(WRITE_AFTER_MS, write);
      writing = true;
    },
    signs: () => found,
    mark(events, more) {
      if (!state || gone) return;
      const { id, next, epoch } = state;
      const own = events.map((event) => ({ ...event, epoch: epoch + event.epoch }));
      watch(store.mark(id, { tab: id, session: session.record(), token, at: wall(), next, events: own, more }));
    },
    secure,
    leave,
    saved(batch) {
      characters -= sizes.get(batch.id) ?? 0;
      sizes.delete(batch.id);
      if (!store.durable) tail.drop(batch.tab, [batch]);
      watch(store.forget([batch]));
    },
    adopt: async () => {
      if (state) await adoption.orphans(state.id);
    },
  };
}
