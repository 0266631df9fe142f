import type { TabId } from '@sightline/protocol';
import { TAB_LOCKS, type Tab, type TabState } from '../identity/tab.ts';
import type { Session } from '../identity/session.ts';
import type { HeldLocks } from '../page/held-locks.ts';
import type { Recorded } from '../recorder/recorder.ts';
import type { Batch } from './batch.ts';
import type { LifeSign } from './life-sign.ts';
import type { SteadyStore } from './steady-store.ts';
import type { Tail } from './tail.ts';
import type { Entry, Waiting } from './waiting.ts';

export interface OutboxDeps {
  store: SteadyStore;
  tail: Tail;
  waiting: Pick<Waiting, 'add' | 'entries'>;
  tab: Tab;
  session: Session;
  locks: HeldLocks;
  token: string;
  uuid: <Id extends string>() => Id;
  wall: () => number;
  after: (ms: number, task: () => void) => () => void;
  watch: (work: Promise<unknown>) => void;
  /** The tab is known. */
  settled: (tab: TabId) => void;
  /** There is something to send. */
  ready: () => void;
  /** Another session began, and with it another tab id. */
  renewed: () => void;
  /** Whether the outbox takes so many characters more. */
  hasRoom: (characters: number) => boolean;
}

export interface Outbox {
  /** Finds out which tab this is; events wait for that. */
  settle(): Promise<void>;
  /** This document's tab, once it is known and as long as it is not left. */
  alive(): TabState | undefined;
  /** To be called when somebody does something: sees whether the session still goes on. */
  before(): void;
  keep(event: Recorded): void;
  /** The signs of life that were found when the tab settled. */
  signs(): Promise<LifeSign[]>;
  /** Makes everything safe at once, as the page may be gone soon. */
  secure(): void;
  /** Secures, and hands the tab over to its next document. */
  leave(): void;
}

/** Long enough to write many events at once, as each write costs the page some 0.3 ms; short enough to lose little in a crash. */
const WRITE_AFTER_MS = 500;
const BATCH_EVENTS = 250;
/** Two of these fit into one keepalive request. */
const BATCH_CHARACTERS = 28_000;

/** Numbers events, keeps them safe, and only then lets them be sent. */
export function createOutbox(deps: OutboxDeps): Outbox {
  const { store, tail, waiting, tab, session, locks, token, uuid, wall, after, watch, settled, ready, renewed, hasRoom } = deps;
  let state: TabState | undefined;
  let pending: Recorded[] = [];
  let characters = 0;
  let tailed = false;
  let writing = false;
  let gone = false;
  let lives = 0;
  let tellSigns: (signs: LifeSign[]) => void;
  const found = new Promise<LifeSign[]>((resolve) => (tellSigns = resolve));

  const seal = (numbers: TabState): Batch[] => {
    const batches: Batch[] = [];
    let first = numbers.next;
    let events = '';
    const close = () => {
      const { id, session: of, next } = numbers;
      if (events) batches.push({ id: uuid(), token, tab: id, session: of, first, next, madeAt: wall(), events });
      first = next;
      events = '';
    };
    for (const { epoch, fields } of pending) {
      events += `${events && ','}{"sequence":${numbers.next},"epoch":${numbers.epoch + epoch},${fields}}`;
      numbers.next += 1;
      if (numbers.next - first >= BATCH_EVENTS || events.length > BATCH_CHARACTERS) close();
    }
    close();
    pending = [];
    characters = 0;
    return batches;
  };

  const write = () => {
    writing = false;
    const entries = waiting.add(state ? seal(state) : [], { resent: false, kept: false });
    if (entries.length > 0) watch(save(entries));
  };

  const save = async (entries: Entry[]) => {
    const batches = entries.map(({ batch }) => batch);
    await store.keep(batches);
    for (const entry of entries) entry.kept = true;
    if (tailed && store.durable) for (const batch of batches) tail.drop(batch.tab, [batch]);
    ready();
  };

  const secure = () => {
    if (!state) return;
    write();
    const all = [...waiting.entries.values()];
    // Without a database the tail is all that the next document finds.
    tail.add(
      state.id,
      all.flatMap(({ kept, batch }) => (kept && store.durable ? [] : batch)),
    );
    tailed = true;
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
  };

  return {
    async settle() {
      const life = (lives += 1);
      gone = false;
      state = undefined;
      const others = await locks.held(TAB_LOCKS);
      const signs = await store.marks();
      tellSigns(signs);
      if (life !== lives) return;
      // Two tabs that open together must find one session, not make two.
      await locks.alone('sightline-session', () => session.join(locks.known ? others : undefined, signs));
      if (life !== lives) return;
      const mine = await tab.settle(store, session.id());
      if (life !== lives) return;
      state = mine;
      write();
      settled(mine.id);
    },
    alive: () => (gone ? undefined : state),
    before() {
      if (!state || gone || !session.touch()) return;
      // What is pending belongs to the session that ended.
      write();
      state = tab.renew(session.id());
      renewed();
    },
    keep(event) {
      if (!hasRoom(characters)) return;
      characters += event.fields.length;
      pending.push(event);
      if (gone) return leave();
      if (!writing) after(WRITE_AFTER_MS, write);
      writing = true;
    },
    signs: () => found,
    secure,
    leave,
  };
}
