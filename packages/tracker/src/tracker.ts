import type { OutboxChangedDetails, SessionId, TrackerFailedDetails, VisitorId } from '@sightline/protocol';
import type { Collector, Surface } from './collectors/collector.ts';
import type { Session } from './identity/session.ts';
import { createTab } from './identity/tab.ts';
import { visitor as visitorOf } from './identity/visitor.ts';
import type { Options } from './options.ts';
import { createAdoption } from './outbox/adoption.ts';
import { createOutbox } from './outbox/outbox.ts';
import { createSender } from './outbox/sender.ts';
import { steadyStore } from './outbox/steady-store.ts';
import { createTail } from './outbox/tail.ts';
import type { Page } from './page/page.ts';
import type { Presence } from './presence/presence-api.ts';
import { createClock } from './recorder/clock.ts';
import { createRecorder } from './recorder/recorder.ts';
import { safeJson } from './recorder/safe-json.ts';
import type { Addresses } from './transports/addresses.ts';
import { collectText } from './transports/collect-text.ts';
import { httpTransport } from './transports/http-transport.ts';
import { createLink } from './transports/link.ts';
import { socketTransport } from './transports/socket-transport.ts';
import { TRACKER_VERSION } from './version.ts';

/** A tracker at work on a page. */
export interface Tracker {
  /** Ends tracking; what was recorded is still kept and sent. */
  stop(): void;
  /** Records an event of the page's own. */
  track(name: string, details?: unknown): void;
  /** Changes the study's own fields from now on; `null` deletes one. */
  setApplicationSpecificData(changes: Record<string, unknown>): void;
  /** What can be asked of presence, once its script is there. */
  presence: Promise<Presence>;
  /** Adds a collector, as add-ons do; one that stays away costs nothing. */
  add(collector: Collector): void;
  sessionId(): SessionId | undefined;
  visitorId(): VisitorId | undefined;
}

/** What differs between the ways in: the script of its own, and LogUI's. */
export interface Parts {
  collectors: readonly Collector[];
  /** The visit that events belong to. */
  session(page: Page): Session;
  addresses: Addresses;
  /** The server refused this page for good. */
  refused?(reason: string): void;
}

/** Browsers refuse keepalive requests of more than 64 KiB in all. */
const KEEPALIVE_BYTES = 60_000;
/** A tracker that fails again and again would say the same each time. */
const REPORTED_FAILURES = 5;

/** Puts the tracker together on a page and starts it. */
export function createTracker(
  openPage: (report: (error: unknown) => void) => Page,
  options: Omit<Options, 'endpoint'>,
  { collectors, session: sessionOf, addresses, refused }: Parts,
): Tracker {
  const { token, applicationSpecificData } = options;
  let failures = 0;
  const page = openPage((error) => {
    failures += 1;
    const details: TrackerFailedDetails = { message: String(error) };
    if (failures <= REPORTED_FAILURES) recorder.record({ type: 'statusEvent', name: 'trackerFailed', details });
  });
  const { uuid, wall, after, watch, local, locks, network } = page;

  const beginnings: ((first: boolean) => void)[] = [];
  const endings: (() => void)[] = [];
  const leavings: ((at?: number) => void)[] = [];
  const moves: (() => void)[] = [];
  const offers: ((presence: Presence) => void)[] = [];
  const visitor = visitorOf(page);
  const session = sessionOf(page);
  const tail = createTail(local);

  const changed = (details: Omit<OutboxChangedDetails, 'storage'>) =>
    recorder.record({
      type: 'statusEvent',
      name: 'outboxChanged',
      details: { storage: storage(), ...details } satisfies OutboxChangedDetails,
    });
  const store = steadyStore(page.openStore(), (reason) => changed({ reason }));
  const storage = () => (store.durable ? 'indexeddb' : 'memory');

  const handshake = () =>
    JSON.stringify({
      messageType: 'logui-handshake-request',
      sessionUUID: session.id(),
      clientTimestamp: wall(),
      clientVersion: TRACKER_VERSION,
      applicationIdentifier: token,
      applicationSpecificData: {},
      protocolVersion: 1,
      visitor,
      pageOrigin: page.pageOrigin,
    });
  const link = createLink({
    transports: [socketTransport(network, addresses.socket), httpTransport(network, addresses.collect)],
    handshake,
    after,
    random: page.random,
    opened: () => {
      sender.opened();
      watch(outbox.adopt());
    },
    received: (message) => sender.received(message),
    stopped(reason) {
      page.warn(`the server refuses this page: ${reason}`);
      outbox.secure();
      page.end();
      refused?.(reason);
    },
  });
  const sender = createSender({
    link,
    wall,
    after,
    saved: (batch) => outbox.saved(batch),
    refused(batch, reason) {
      outbox.saved(batch);
      changed({ reason, dropped: batch.next - batch.first, missing: { from: batch.first, to: batch.next - 1 } });
    },
  });
  const outbox = createOutbox({
    store,
    tail,
    adoption: createAdoption({ store, tail, locks, sender, token, uuid, wall, watch }),
    sender,
    tab: createTab(page),
    session,
    locks,
    token,
    uuid,
    wall,
    after,
    watch,
    renewed: () => beginnings.forEach((begin) => begin(false)),
    dropped: (count, from, to) => changed({ reason: 'the outbox was full', dropped: count, from, to }),
  });
  const recorder = createRecorder({
    moment: createClock(page),
    origin: page.origin,
    url: page.url,
    uuid,
    keep: outbox.keep,
    before: outbox.before,
    moved: () => moves.forEach((move) => move()),
  });

  const leave = (at?: number) => {
    for (const run of leavings) run(at);
    link.leave();
    outbox.leave();
    const payloads = sender.takeUnsaved(KEEPALIVE_BYTES);
    if (payloads.length > 0) network.leave(addresses.collect, collectText(handshake(), payloads));
  };

  let data = {};
  const changeData = (changes: Record<string, unknown>) => {
    const copy: object = JSON.parse(safeJson(changes));
    data = Object.fromEntries(Object.entries({ ...data, ...copy }).filter(([, value]) => value !== null));
    recorder.setData(data);
  };

  const surface: Surface = {
    page,
    recorder,
    session,
    outbox,
    options,
    startedAt: page.monotonic(),
    storage,
    offer: (offered) => offers.forEach((take) => take(offered)),
    onSession: (run) => beginnings.push(page.guard(run)),
    onLeave: (run) => leavings.push(page.guard(run)),
    onMove: (run) => moves.push(page.guard(run)),
    onStop: (run) => endings.push(page.guard(run)),
  };
  const add = ({ collect }: Collector) => page.onceShown(page.guard(() => collect(surface)));

  const begin = page.guard(() => {
    changeData(applicationSpecificData ?? {});
    collectors.forEach(add);
    page.on('pagehide', ({ timeStamp }) => leave(timeStamp));
    page.on('pageshow', ({ persisted }) => {
      if (!persisted) return;
      link.comeBack();
      watch(outbox.settle().then(outbox.adopt));
    });
    page.onVisibility((visible) => {
      if (!visible) return outbox.secure();
      if (sender.unsaved().length > 0) link.want(true);
      watch(outbox.adopt());
    });
    page.on('online', () => link.want(true));
    beginnings.forEach((run) => run(true));
    watch(outbox.settle().then(outbox.adopt));
    link.want();
  });
  page.onceShown(begin);

  return {
    stop: page.guard(() => {
      for (const end of endings) end();
      leave();
      page.end();
    }),
    track: page.guard((name: string, details?: unknown) => {
      if (typeof name !== 'string' || name === '') return page.warn(`track: expected a name, got ${String(name)}`);
      recorder.record({ type: 'customEvent', name, details });
    }),
    setApplicationSpecificData: page.guard((changes: Record<string, unknown>) => {
      changeData(changes);
      recorder.record({ type: 'statusEvent', name: 'applicationSpecificDataUpdated' });
    }),
    presence: new Promise((resolve) => offers.push(resolve)),
    add,
    sessionId: session.id,
    visitorId: () => visitor,
  };
}
