import type { RecordingChangedDetails, TrackerReportDetails } from '@sightline/protocol';
import type { eventWithTime } from '@rrweb/types';
import { META } from './kinds.ts';
import type { Surface } from '../collectors/collector.ts';
import type { Packer } from '../page/packer.ts';
import type { AssetsDeps } from './assets.ts';
import { createCarrier, type Carrier, type Lost } from './carrier.ts';
import type { Sealed } from './chunks.ts';
import { createLanes, type Lane } from './lane.ts';
import { lostChunks } from './lost-chunks.ts';
import { createSentAssets } from './sent-assets.ts';

export interface DispatchDeps {
  surface: Pick<Surface, 'page' | 'session' | 'carriage'>;
  packer: Pick<Packer, 'gzip'>;
  tell(details: Omit<RecordingChangedDetails, 'state'> & Partial<Pick<RecordingChangedDetails, 'state'>>): void;
  /** Files that were sent did not get there. */
  forget(): void;
  /** Something is missing: only a full snapshot makes sense of what follows. */
  snapshot(): void;
  stop(reason: string): void;
  report(): TrackerReportDetails['recording'];
}

/** Sends chunks on their way once it is known whose they are, and sees that they do not fill the outbox. */
export interface Dispatch {
  send(chunk: Sealed): void;
  assets: Pick<AssetsDeps, 'has' | 'send'>;
  /** Whether the event has to be left out; a full snapshot ends a pause once there is room. */
  isPaused(event: eventWithTime): boolean;
  /** To be called now and then. */
  look(): void;
  /** What comes from now on belongs to another tab id. */
  renew(): void;
  leave(): void;
  chunks(): number;
}

/** Events have the rest of the outbox, which holds 8 million characters. */
const FULL_CHARACTERS = 5_000_000;
const ROOM_CHARACTERS = 3_000_000;
const WAIT_MS = 200;
const FULL = 'the outbox was full';

/** A dispatch for the document's recording. */
export function createDispatch({ surface, packer, tell, forget, snapshot, stop, report }: DispatchDeps): Dispatch {
  const { page, session } = surface;
  const { wall, watch, after } = page;
  const lanes = createLanes(page.session);
  const token = () => surface.carriage?.token ?? '';
  const sent = createSentAssets(page.session, () => ({ session: session.id(), token: token() }));
  let carrier: Carrier | undefined;
  let lane: Lane | undefined;
  let pending: Sealed[] = [];
  let paused: { from: number; to: number; dropped: number } | undefined;
  let isWaiting = false;
  let isIncomplete = false;
  let numbered = 0;
  let left = false;

  const lost = (reason: string, chunks: Lost[]) => {
    tell({ reason, ...lostChunks(chunks) });
    if (!left) snapshot();
  };

  /** A file goes again with the next snapshot, once there is room: until then the recording is without it. */
  const lose = (hash = '') => {
    sent.remove(hash);
    isIncomplete = true;
    tell({ reason: FULL, assets: [hash] });
  };

  const ready = (): { carrier: Carrier; lane: Lane } | undefined => {
    const { carriage } = surface;
    if (!carriage) return undefined;
    if (!carrier) {
      carriage.lost = ({ recording, events }) => (recording ? lost(FULL, [recording]) : lose(events.split('"')[5]));
      carriage.report = report;
      carrier = createCarrier({
        carriage,
        packer,
        wall,
        watch,
        lost(reason, chunks) {
          lost(reason, chunks);
          if (chunks.some(({ snapshot: whole }) => whole)) stop(`the page as a whole is ${reason}`);
        },
      });
    }
    const tab = carriage.tab();
    if (tab) lane ??= lanes.of(tab, session.id());
    return lane && { carrier, lane };
  };

  const flush = () => {
    const now = ready();
    if (!now) return wait();
    const all = pending;
    pending = [];
    for (const chunk of all) {
      numbered += 1;
      now.carrier.chunk(now.lane, chunk);
    }
  };
  /** The script that talks to the server, or the tab's own id, is not there yet. */
  const wait = () => {
    if (isWaiting) return;
    isWaiting = true;
    after(WAIT_MS, () => {
      isWaiting = false;
      if (pending.length > 0) flush();
    });
  };

  const waiting = () => (carrier?.waiting() ?? 0) + pending.reduce((sum, { text }) => sum + text.length, 0);

  const pauseEnds = () => {
    if (!paused) return;
    tell({ reason: 'there is room again', ...paused });
    paused = undefined;
  };

  return {
    assets: {
      has: sent.has,
      async send(asset) {
        let now = ready();
        while (!now) {
          await new Promise<void>((resolve) => after(WAIT_MS, resolve));
          now = ready();
        }
        await now.carrier.asset(now.lane, asset);
        sent.add(asset.hash);
      },
    },
    send(chunk) {
      pending.push(chunk);
      flush();
    },
    isPaused({ type, timestamp }) {
      if (paused && type === META && waiting() < ROOM_CHARACTERS) pauseEnds();
      if (!paused) return false;
      paused.dropped += 1;
      paused.to = Math.round(timestamp);
      return true;
    },
    look() {
      if (isIncomplete && waiting() < ROOM_CHARACTERS) {
        isIncomplete = false;
        forget();
        snapshot();
      }
      if (paused) {
        if (waiting() < ROOM_CHARACTERS) snapshot();
      } else if (waiting() > FULL_CHARACTERS) {
        paused = { from: wall(), to: wall(), dropped: 0 };
        tell({ state: 'paused', reason: FULL });
      }
    },
    renew() {
      // What was recorded so far belongs to the tab id that was.
      if (pending.length > 0) flush();
      if (pending.length > 0) giveUp();
      lane = undefined;
      left = false;
    },
    leave() {
      left = true;
      if (pending.length > 0) flush();
      carrier?.leave();
      if (pending.length > 0) giveUp();
      pauseEnds();
      // Should this document come back, the tab may have had others in between.
      if (lane) lanes.leave(lane);
      lane = undefined;
    },
    chunks: () => numbered,
  };

  function giveUp(): void {
    const dropped = pending.reduce((sum, { count }) => sum + count, 0);
    const from = Math.round(Math.min(...pending.map(({ at }) => at)));
    const to = Math.round(Math.max(...pending.map(({ until }) => until)));
    pending = [];
    tell({ reason: 'the page was left before its tab was known', dropped, from, to });
  }
}
