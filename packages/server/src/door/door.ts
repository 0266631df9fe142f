import type { RequestListener, Server } from 'node:http';
import type { FastifyInstance } from 'fastify';
import type { Registry } from 'prom-client';
import type { Batch } from '../batch.ts';
import { addressOf, type TrustedProxies } from './address-of.ts';
import { createAdmission } from './admission.ts';
import { createCounts } from './counts.ts';
import { SOCKET_DIALECTS } from './dialects/index.ts';
import { DOOR_LIMITS, type DoorLimits } from './door-limits.ts';
import type { FlightAccess } from './flight-gate.ts';
import type { DoorStatus } from './door-status.ts';
import { doorHttp } from './http.ts';
import { createDeliver, type DoorLog, type Intake, type PeopleAccess, type SessionAccess } from './intake.ts';
import { createNumbering } from './numbering.ts';
import { createPace } from './pace.ts';
import { showDoor } from './prometheus.ts';
import { recentMap } from './recent-map.ts';
import { createTabs } from './tabs.ts';
import { isThisMachine } from './this-machine.ts';
import { doorWebSocket } from './websocket.ts';

/** What the door needs of its neighbours. */
export interface DoorDeps {
  /** Resolves when a batch is on disk; an error may name its `failure`. */
  spool: { append(batch: Batch): Promise<void> };
  flights: FlightAccess;
  people: PeopleAccess;
  sessions: SessionAccess;
  log: DoorLog;
  now(): number;
  limits?: Partial<DoorLimits>;
  /** The secret of an old LogUI server, whose tokens are then honoured. */
  loguiSecret?: string;
  /** The address people reach this server at; with one set, nothing counts as from this machine. */
  publicUrl?: string;
  /** The proxies whose word about a caller's address is taken; none where absent. */
  trustProxy?: TrustedProxies;
  metrics?: Registry;
}

/** The way in: authenticates, checks, limits; speaks every dialect, and hands on one form. */
export interface Door {
  /** A Fastify plugin with everything that is posted. */
  http(app: FastifyInstance): Promise<void>;
  /** Stands before a server's own way of taking requests, for those that come by the thousand. */
  ahead(route: RequestListener): RequestListener;
  /** Takes the WebSocket upgrades of a server. */
  upgrade(server: Server): void;
  status(): DoorStatus;
  /** Ends every conversation as its dialect wants it; resolves when all sockets are gone. */
  stop(): Promise<void>;
}

const PAGE_VIEWS = 100_000;

/** Opens the door on its neighbours; it listens nowhere itself. */
export function createDoor(deps: DoorDeps): Door {
  const { spool, flights, people, sessions, log, now, loguiSecret, publicUrl, metrics } = deps;
  const limits = { ...DOOR_LIMITS, ...deps.limits };
  const callerOf = addressOf(deps.trustProxy ?? false);
  const counts = createCounts();
  const intake: Intake = {
    admission: createAdmission({ flights, loguiSecret }),
    people,
    sessions,
    limits,
    pace: createPace({ limits: { perAddress: limits.ratePerAddress, perFlight: limits.ratePerFlight }, now }),
    tabs: createTabs(),
    numbering: createNumbering(),
    urls: recentMap(PAGE_VIEWS),
    counts,
    backlog: { bytes: 0 },
    log,
    now,
    deliver: createDeliver((batch) => spool.append(batch), counts),
  };
  const webSocket = doorWebSocket({ intake, addressOf: callerOf, dialects: SOCKET_DIALECTS.map((dialect) => dialect(intake)) });
  const forget = flights.subscribe(() => webSocket.recheck());
  const status = () => ({
    ...counts,
    refusals: { ...counts.refusals },
    sockets: webSocket.sockets(),
    backlogBytes: intake.backlog.bytes,
  });
  if (metrics !== undefined) showDoor(metrics, status);

  const http = doorHttp({ intake, flights, addressOf: callerOf, isThisMachine: (request) => isThisMachine(request, publicUrl) });

  return {
    http: (app) => http.routes(app),
    ahead: (route) => http.ahead(route),
    upgrade: (server) => webSocket.upgrade(server),
    status,
    async stop() {
      forget();
      await webSocket.stop();
    },
  };
}
