import type { Surface } from '../collectors/collector.ts';
import { databaseClaims } from '../page/database-claims.ts';
import { lockSeat } from '../page/lock-seat.ts';
import { tabsChannel } from '../page/tabs-channel.ts';
import { createActions } from './actions.ts';
import { createLeader } from './leader.ts';
import { leaseSeat } from './lease-seat.ts';
import { createLedger, type Claim, type Claims } from './ledger.ts';
import { presenceApi, type Presence } from './presence-api.ts';
import type { TabState } from './presence-states.ts';
import { createSessionTimes } from './session-times.ts';
import { createSharedPresence, type KeptTimes, type SharedPresence } from './shared-presence.ts';
import { textClaims } from './text-claims.ts';

export interface SessionPresence {
  /** What the page can ask. */
  api: Presence;
  is(state: TabState): void;
  input(at: number): void;
  slept(): void;
  tick(): void;
  /** What a dying leader would leave behind. */
  kept(): KeptTimes | undefined;
  /** Another session began. */
  renew(): void;
  stop(): void;
}

const NAME = 'sightline-presence';
/** Held by a document as long as it lives. */
const LIVES = 'sightline-lives-';
/** Without locks nobody knows whether a document lives; one that acts for longer most likely does not. */
const PRESUMED_DEAD_MS = 60_000;

/** Joins this tab to the others: one clock, one leader, one-shot actions. */
export function createSessionPresence({ page, recorder, session, outbox }: Surface, idleMs: number): SessionPresence {
  const { local, locks, uuid, wall, monotonic: now, after, watch, warn, window } = page;
  const me = uuid<string>();
  let state: TabState = 'gone';
  let shared: SharedPresence | undefined;
  let letGo: (() => void) | undefined;
  let opened = 0;

  const times = createSessionTimes({ idleMs, now: now() });
  const manager = window.navigator.locks as LockManager | undefined;
  const leader = createLeader({
    seat: manager ? lockSeat(manager, NAME) : leaseSeat({ local, wall, after, uuid }),
    changed: () => actions.look(),
  });
  const mayLive = async ({ by, at }: Claim) => (locks.known ? locks.held(LIVES + by) : wall() - at < PRESUMED_DEAD_MS);
  let opening: Promise<Claims> | undefined;
  // Opened with the first action that is due: most pages have none.
  const claims = () => (opening ??= databaseClaims(window.indexedDB).catch(() => textClaims({ local, alone: locks.alone })));
  const ledger = createLedger({
    claims: {
      get: async (key) => (await claims()).get(key),
      swap: async (claim, before) => (await claims()).swap(claim, before),
    },
    me,
    mayLive,
    wall,
  });
  const actions = createActions({
    times,
    leader,
    ledger,
    session: session.id,
    now,
    after,
    watch,
    tellOver: (group) => shared?.tellOver(group),
    fired: (details) => recorder.record({ type: 'statusEvent', name: 'actionFired', details, quiet: true }),
    warn,
  });

  const channel = (heard: (message: unknown) => void) => tabsChannel(window, NAME, page.guard(heard));
  const open = async () => {
    const life = (opened += 1);
    const signs = await outbox.signs();
    letGo = await locks.take(LIVES + me);
    if (life !== opened) return letGo?.();
    const found = signs.flatMap(({ more }) => (isKept(more) ? [more] : []));
    shared = createSharedPresence(
      { channel, local, leader, times, me, session: session.id, now, wall, changed: actions.look, over: actions.over },
      found,
    );
    shared.is(state);
  };
  const close = () => {
    opened += 1;
    shared?.stop();
    shared = undefined;
    letGo?.();
  };

  return {
    api: presenceApi({ actions, times: () => times.read(now()), warn }),
    is(next) {
      const before = state;
      state = next;
      if (before === next) return;
      if (shared) shared.is(next);
      else times.set(me, next, now());
      if (next === 'gone') close();
      else if (before === 'gone') watch(open());
    },
    input: (at) => (shared ? shared.input(at) : times.input(at)),
    slept: () => times.skip(now()),
    tick: () => shared?.tick(),
    kept: () => (leader.leads() ? shared?.kept() : undefined),
    renew() {
      times.restore({ open: 0, visible: 0, focused: 0, active: 0 });
      actions.renew();
    },
    stop: close,
  };
}

const isKept = (more: unknown): more is KeptTimes => typeof more === 'object' && more !== null && 'times' in more;
