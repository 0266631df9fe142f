import type { RecordingSettings } from '@sightline/protocol';
import { record } from '@rrweb/record';
import type { eventWithTime, RecordPlugin } from '@rrweb/types';
import { CUSTOM, DOCUMENT_READY, LOAD } from './kinds.ts';
import type { Cleaner } from './cleaner.ts';
import type { Stopwatch } from './stopwatch.ts';

export interface RrwebDeps {
  window: Window & typeof globalThis;
  settings: Pick<RecordingSettings, 'fonts' | 'crossOriginFrames' | 'moveEveryMs'>;
  /** Selector of what is recorded as its size alone. */
  blocked: string;
  cleaner: Cleaner;
  stopwatch: Stopwatch;
  /** Takes what was recorded. A frame whose recording goes to the page around it has nothing to take. */
  take(event: eventWithTime): void;
  failed(error: unknown): void;
}

/** rrweb at work on a page. */
export interface Rrweb {
  /** Records the whole page anew. */
  snapshot(): void;
  /** Gathers changes of the page from now on, until `thaw` or anything else that happens. */
  freeze(): void;
  thaw(): void;
  stop(): void;
}

/** What a crash may cost of the pointer's way, at most. */
const MOVES_TOLD_EVERY_MS = 250;
const THAW = 'sightline-thaw';
const NOTHING = { type: DOCUMENT_READY, data: {} } as const;
const EVERY_FIELD = { input: true, textarea: true, select: true };

/** What rrweb has given each node of the page, by number. */
export const nodeOf = (id: number): Node | null => record.mirror.getNode(id);

/** The number that rrweb has given a node; -1 where it has given it none. */
export const idOf = (node: Node): number => record.mirror.getId(node);

/** Starts rrweb; undefined where it cannot. */
export function startRrweb(deps: RrwebDeps): Rrweb | undefined {
  const { window, settings, blocked, cleaner, stopwatch, take, failed } = deps;
  // In a plugin, as frames of other origins hand their events to the page around them right after it.
  const clean: RecordPlugin = {
    name: 'sightline',
    options: {},
    eventProcessor: <Given>(event: eventWithTime) =>
      (cleaner.event(event) ?? { ...NOTHING, timestamp: event.timestamp }) as eventWithTime & Given,
  };
  const stop = measured(window, stopwatch, () =>
    record({
      emit: stopwatch.timed((event: eventWithTime) => {
        const isThaw = event.type === CUSTOM && event.data.tag === THAW;
        if (!isThaw && event.type !== DOCUMENT_READY && event.type !== LOAD) take(event);
      }),
      plugins: [clean],
      recordAfter: 'DOMContentLoaded',
      blockSelector: blocked,
      maskInputOptions: EVERY_FIELD,
      maskInputFn: cleaner.input,
      slimDOMOptions: true,
      sampling: { mousemove: settings.moveEveryMs, mousemoveCallback: MOVES_TOLD_EVERY_MS, scroll: 100 },
      recordCrossOriginIframes: settings.crossOriginFrames,
      collectFonts: settings.fonts,
      inlineStylesheet: true,
      errorHandler(error) {
        failed(error);
        return true;
      },
    }),
  );
  if (!stop) return undefined;
  /** rrweb throws where it waits for the document to be there. */
  const attempt = (task: () => void) => {
    try {
      task();
    } catch (error) {
      if (window.document.readyState !== 'loading') failed(error);
    }
  };
  const thaw = () => attempt(() => record.addCustomEvent(THAW, {}));
  return {
    snapshot: stopwatch.timed(() => {
      thaw();
      attempt(() => record.takeFullSnapshot(true));
    }),
    freeze: () => record.freezePage(),
    thaw: stopwatch.timed(thaw),
    stop,
  };
}

/** Counts the time of what observes the page: rrweb asks for observers while it starts, and has no place to measure them. */
function measured<Value>({ MutationObserver }: Window & typeof globalThis, { timed }: Stopwatch, start: () => Value): Value {
  const { prototype } = MutationObserver;
  const own = prototype.constructor;
  prototype.constructor = new Proxy(MutationObserver, {
    construct: (Observer, [callback]: [MutationCallback]) => new Observer(timed(callback)),
  });
  try {
    return timed(start)();
  } finally {
    prototype.constructor = own;
  }
}
