import type { eventWithTime } from '@rrweb/types';
import { EventType } from '@rrweb/types';
import type { Replayer } from '@rrweb/replay';
import { guardFrame } from './frame-policy.ts';
import { leadingTo } from './leading-to.ts';

/** What a stage is built from. */
export interface StageDeps {
  Replayer: typeof Replayer;
  /** Empty; the page is put in it. */
  root: HTMLElement;
  /** Where assets of recordings are, as an absolute address that ends with a slash. */
  assets: string;
  /** No trail behind the cursor, as somebody asked for less motion. */
  still: boolean;
  onSize: (size: { width: number; height: number }) => void;
}

/** Events keep whole milliseconds, and moments stand between them: whether an event has happened is never in doubt. */
const BETWEEN_MS = 0.5;
/** What stays behind the playhead for looking back without asking the server. */
const KEPT_BEHIND_MS = 60_000;

/**
 * Shows one recorded tab. It holds the events around the playhead and no others; it does not know where they come from. The page is
 * rebuilt in a frame without scripts.
 */
export function createStage({ Replayer: Rebuilder, root, assets, still, onSize }: StageDeps) {
  const replayer = new Rebuilder([], {
    root,
    // As its own events' end is no end for us: more are added while it plays.
    liveMode: true,
    mouseTail: still ? false : { duration: 700, lineWidth: 2, strokeStyle: '#5b5bd6' },
    // A focus that was once in the page must not take the reader's.
    triggerFocus: false,
    showWarning: false,
    useVirtualDom: false,
  });
  guardFrame(replayer.iframe, assets);
  // In a frame of their own colours dark pages would be seen through, in a reader's dark console.
  replayer.iframe.style.colorScheme = 'light';
  replayer.iframe.title = '';
  let last = -Infinity;
  let isBeginning = false;
  replayer.on('event-cast', (event) => (last = Math.max(last, (event as eventWithTime).timestamp)));
  replayer.on('resize', (size) => onSize(size as { width: number; height: number }));

  const held = (): eventWithTime[] => replayer.service.state.context.events;
  const hold = (events: eventWithTime[]) => {
    replayer.service.state.context.events = events;
  };
  const offsetOf = (at: number) => Math.floor(at) + BETWEEN_MS - (held()[0]?.timestamp ?? 0);
  const snapshotBefore = (at: number) => held().findLastIndex(({ type, timestamp }) => type === EventType.Meta && timestamp <= at);
  const isBack = (at: number) => Math.floor(at) < last;

  return {
    /** Whether a moment can be shown from what it holds: it lies ahead, or a snapshot before it is still there. */
    reaches(at: number): boolean {
      const [first] = held();
      if (!first) return false;
      return isBack(at) ? snapshotBefore(at) >= 0 || (isBeginning && at < first.timestamp) : true;
    },
    /** Says that what it holds begins where the recording does: before that, its first picture is what there is. */
    begins() {
      isBeginning = true;
    },
    /** Adds what happened after everything it holds. */
    async append(events: readonly eventWithTime[]) {
      // The replayer takes care of each that comes while time runs; what it begins with may lie there all at once.
      if (held().length === 0) return hold(events.toSorted((one, other) => one.timestamp - other.timestamp));
      for (const event of events) replayer.addEvent(event);
      // The replayer takes each of them in a microtask of its own.
      await Promise.resolve();
    },
    /** The moment of the first picture it can show. */
    firstAt: (): number => held()[0]?.timestamp ?? -Infinity,
    /** Shows the page as it was at a moment, standing still; before its first picture, that. */
    show(moment: number) {
      const [first] = held();
      if (!first) return;
      const at = Math.max(moment, first.timestamp);
      if (isBack(at)) last = Math.floor(at);
      const all = held();
      hold(leadingTo(all, at));
      replayer.pause(offsetOf(at));
      hold(all);
    },
    /** Lets time run from a moment on. */
    play(at: number, speed: number) {
      if (held().length === 0) return;
      replayer.setConfig({ speed });
      replayer.play(offsetOf(Math.max(at, last)));
    },
    pause() {
      replayer.pause();
    },
    setSpeed(speed: number) {
      replayer.setConfig({ speed });
    },
    /** Lets go of what is far behind. */
    forget(at: number) {
      const before = snapshotBefore(at - KEPT_BEHIND_MS);
      const behind = before > 0 ? before : held().findIndex(({ timestamp }) => timestamp >= Math.min(at, last) - KEPT_BEHIND_MS);
      if (behind <= 0) return;
      held().splice(0, behind);
      isBeginning = false;
    },
    /** The moment of the last event that was applied. */
    lastAt: () => last,
    frame: () => replayer.iframe,
    destroy: () => replayer.destroy(),
  };
}

export type Stage = ReturnType<typeof createStage>;
