import type {
  ConsentChangedDetails,
  IdentifiedDetails,
  OutboxChangedDetails,
  SessionId,
  TrackerFailedDetails,
  VisitorId,
} from '@sightline/protocol';
import type { Collector, Surface } from './collectors/collector.ts';
import type { CreateDelivery, Delivery } from './delivery/delivery.ts';
import type { Session } from './identity/session.ts';
import { createTab } from './identity/tab.ts';
import { visitor as visitorOf } from './identity/visitor.ts';
import type { Options } from './options.ts';
import type { Addresses } from './outbox/addresses.ts';
import { collectText } from './outbox/collect-text.ts';
import { createOutbox } from './outbox/outbox.ts';
import { steadyStore } from './outbox/steady-store.ts';
import { createTail } from './outbox/tail.ts';
import { createWaiting } from './outbox/waiting.ts';
import type { Page } from './page/page.ts';
import type { Presence } from './presence/presence-api.ts';
import type { Consent } from './privacy/consent.ts';
import { createClock } from './recorder/clock.ts';
import { createRecorder } from './recorder/recorder.ts';
import { safeJson } from './recorder/safe-json.ts';
import { TRACKER_VERSION } from './version.ts';

/** The tracker on one page, while it may record. */
export interface Tracking {
  /** Ends tracking; what was recorded is still kept and sent. */
  stop(): void;
  /** Records an event of the page's own. */
  track(name: string, details?: unknown): void;
  /** Tells who the visitor is: an email address, a participant code. */
  identify(person: string): void;
  /** Changes the study's own fields from now on; `null` deletes one. */
  setApplicationSpecificData(changes: Record<string, unknown>): void;
  /** Adds a collector, as add-ons do; one that stays away costs nothing. */
  add(collector: Collector): void;
  /** Tells what the visitor agrees to. */
  consented(): void;
  sessionId(): SessionId;
  visitorId(): VisitorId;
}

/** What differs between the ways in: the script of its own, and LogUI's. */
export interface Parts {
  collectors: readonly Collector[];
  /** The visit that events belong to. */
  session(page: Page): Session;
  addresses: Addresses;
  /** Loads what talks to the server; the core works without it until it is there. */
  delivery(): Promise<CreateDelivery>;
  consent?: Consent;
  offered?(presence: Presence): void;
  /** The server refused this page for good. */
  refused?(reason: string): void;
}

/** Browsers refuse keepalive requests of more than 64 KiB in all. */
const KEEPALIVE_BYTES = 60_000;
/** A tracker that fails again and again would say the same each time. */
const REPORTED_FAILURES = 5;
const LOAD_AGAIN_MS = 30_000;

/** Puts the tracker together on a page and starts it. */
export function createTracker(
  openPage: (report: (error: unknown) => void) => Page,
  options: Omit<Options, 'endpoint'>,
  { collectors, session: sessionOf, addresses, delivery: loadDelivery, consent, offered, refused }: Parts,
): Tracking {
  const { token, applicationSpecificData } = options;
  let failures = 0;
  let delivery: Delivery | undefined;
  const status = (name: string, details?: unknown) => recorder.record({ type: 'statusEvent', name, details });
  const page = openPage((error) => {
    failures += 1;
    if (failures <= REPORTED_FAILURES) status('trackerFailed', { message: String(error) } satisfies TrackerFailedDetails);
  });
  const { guard, wall, after, watch, on, onceShown } = page;

  const beginnings: ((first: boolean) => void)[] = [];
  const endings: (() => void)[] = [];
  const leavings: ((at?: number) => void)[] = [];
  const moves: (() => void)[] = [];
  const visitor = visitorOf(page);
  const session = sessionOf(page);
  const tail = createTail(page.local);

  const changed = (details: Omit<OutboxChangedDetails, 'storage'>) =>
    status('outboxChanged', { storage: storage(), ...details } satisfies OutboxChangedDetails);
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
  const waiting = createWaiting({ wall, clock: (sentAt) => delivery?.clock(sentAt) ?? { sentAt } });
  const outbox = createOutbox({
    ...page,
    store,
    tail,
    waiting,
    tab: createTab(page),
    session,
    token,
    settled: (tab) => delivery?.settled(tab),
    ready: () => delivery?.ready(),
    renewed: () => beginnings.forEach((begin) => begin(false)),
    makeRoom: () => delivery?.makeRoom() ?? false,
    dropped: (count, from, to) => changed({ reason: 'the outbox was full', dropped: count, from, to }),
  });
  const recorder = createRecorder({
    ...page,
    moment: createClock(page),
    keep: outbox.keep,
    before: outbox.before,
    moved: () => moves.forEach((move) => move()),
  });

  const leave = (at?: number) => {
    for (const run of leavings) run(at);
    outbox.leave();
    const payloads = waiting.last(KEEPALIVE_BYTES);
    if (payloads.length > 0) page.postLast(addresses.collect, collectText(handshake(), payloads));
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
    consent,
    startedAt: page.monotonic(),
    storage,
    offer: (presence) => offered?.(presence),
    onSession: (run) => beginnings.push(guard(run)),
    onLeave: (run) => leavings.push(guard(run)),
    onMove: (run) => moves.push(guard(run)),
    onStop: (run) => endings.push(guard(run)),
  };
  const add = ({ collect }: Collector) => onceShown(guard(() => collect(surface)));

  const load = () =>
    loadDelivery().then(
      guard((create: CreateDelivery) => {
        delivery = create({
          surface,
          token,
          addresses,
          handshake,
          waiting,
          outbox,
          store,
          tail,
          changed,
          refused(reason) {
            page.warn(`the server refuses this page: ${reason}`);
            outbox.secure();
            page.end();
            refused?.(reason);
          },
        });
      }),
      // Until then events wait in the outbox, and go over as the page is left.
      () => after(LOAD_AGAIN_MS, load),
    );

  onceShown(
    guard(() => {
      changeData(applicationSpecificData ?? {});
      collectors.forEach(add);
      on('pagehide', ({ timeStamp }) => leave(timeStamp));
      on('pageshow', ({ persisted }) => persisted && watch(outbox.settle()));
      page.onVisibility((visible) => visible || outbox.secure());
      beginnings.forEach((run) => run(true));
      watch(outbox.settle());
      void load();
    }),
  );

  return {
    stop: guard(() => {
      for (const end of endings) end();
      leave();
      page.end();
    }),
    track: guard((name: string, details?: unknown) => {
      if (typeof name !== 'string' || name === '') return page.warn(`track: expected a name, got ${String(name)}`);
      recorder.record({ type: 'customEvent', name, details });
    }),
    identify: guard((person: string) => status('identified', { person: String(person) } satisfies IdentifiedDetails)),
    setApplicationSpecificData: guard((changes: Record<string, unknown>) => {
      changeData(changes);
      status('applicationSpecificDataUpdated');
    }),
    consented: guard(() => status('consentChanged', { granted: consent?.given() ?? [] } satisfies ConsentChangedDetails)),
    add,
    sessionId: session.id,
    visitorId: () => visitor,
  };
}
