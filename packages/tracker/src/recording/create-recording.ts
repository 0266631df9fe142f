import type { RecordingChangedDetails, RecordingSettings } from '@sightline/protocol';
import type { eventWithTime } from '@rrweb/types';
import { FULL_SNAPSHOT, META } from './kinds.ts';
import type { Surface } from '../collectors/collector.ts';
import { createPacker } from '../page/packer.ts';
import { recordedMark } from '../page/recorded-page.ts';
import { visitorMedia } from '../page/visitor-media.ts';
import { whenIdle } from '../page/when-idle.ts';
import { createBudget } from './budget.ts';
import { createCheckouts } from './checkouts.ts';
import { createChunks } from './chunks.ts';
import { createDispatch } from './dispatch.ts';
import { createReading } from './reading.ts';
import { startRrweb } from './rrweb.ts';
import { createStopwatch } from './stopwatch.ts';
import { thinned } from './thinned.ts';

/** One document's recording. */
export interface Recording {
  /** Another session began, and with it another tab id. */
  renew(): void;
  /** The document is left, and may come back. */
  leave(): void;
  comeBack(): void;
  stop(reason: string): void;
}

/** What is lost at most should the browser be killed, give or take what it takes to write. */
const SEAL_AFTER_MS = 400;
const TICK_MS = 1_000;
const SNAPSHOT_WITHIN_MS = 2_000;

/** Records the page from now on. */
export function createRecording(surface: Surface, settings: RecordingSettings): Recording {
  const { page, recorder, consent } = surface;
  const { window, monotonic, after, guard } = page;
  const stopwatch = createStopwatch(monotonic);
  const budget = createBudget(monotonic());
  const checkouts = createCheckouts(monotonic());
  const unmark = recordedMark(window);
  const packer = createPacker(window);
  const counts = { snapshots: 0, longestMs: 0, characters: 0, dropped: 0 };
  let over = false;
  let sealing = false;
  let gathering = false;
  let wanted = false;

  const tell = (details: RecordingChangedDetails) =>
    recorder.record({ type: 'statusEvent', name: 'recordingChanged', details, quiet: true });
  const dispatch = createDispatch({
    surface,
    packer,
    tell(details) {
      counts.dropped += details.dropped ?? 0;
      tell({ ...details, state: details.state ?? (budget.step().everyMs > 0 ? 'thinned' : 'full') });
    },
    forget: () => reading.forget(),
    snapshot: () => snapshotSoon(),
    stop: (reason) => stop(reason),
    report: () => ({
      mainThreadMs: Math.round(stopwatch.spentMs() * 10) / 10,
      ...counts,
      longestMs: Math.round(counts.longestMs * 10) / 10,
      chunks: dispatch.chunks(),
      ...reading.counts(),
    }),
  });
  const chunks = createChunks(dispatch.send);

  const take = (given: eventWithTime) => {
    if (over || !(consent?.has('recording') ?? true) || dispatch.isPaused(given)) return;
    const event = thinned(given, budget.step());
    // A page is styled for who looks at it: a replay has to know for whom.
    if (event.type === META) (event.data as { media?: string[] }).media = preferred();
    const characters = chunks.add(event);
    counts.characters += characters;
    if (event.type === FULL_SNAPSHOT) checkouts.taken(monotonic(), characters);
    else checkouts.grown(characters);
    if (!sealing) after(SEAL_AFTER_MS, seal);
    sealing = true;
    if (budget.step().everyMs > 0) rrweb?.freeze();
  };
  const seal = () => {
    sealing = false;
    stopwatch.timed(chunks.seal)();
  };

  const preferred = visitorMedia(window, () => snapshotSoon());
  const reading = createReading({
    page,
    settings,
    packer,
    stopwatch,
    sent: dispatch.assets,
    picturesEveryMs: () => budget.step().picturesEveryMs,
    take: stopwatch.timed(take),
  });

  let failures = 0;
  const rrweb = startRrweb({
    window,
    settings,
    blocked: reading.unseen,
    cleaner: reading.cleaner,
    stopwatch,
    take,
    failed(error) {
      failures += 1;
      if (failures <= 3)
        recorder.record({ type: 'statusEvent', name: 'trackerFailed', details: { message: `recording: ${String(error)}` }, quiet: true });
    },
  });

  const snapshot = () => {
    wanted = false;
    if (over || !rrweb) return;
    const before = stopwatch.spentMs();
    rrweb.snapshot();
    const ms = stopwatch.spentMs() - before;
    budget.forgive(ms);
    counts.snapshots += 1;
    counts.longestMs = Math.max(counts.longestMs, ms);
  };
  const snapshotSoon = () => {
    if (!wanted) whenIdle(window, guard(snapshot), SNAPSHOT_WITHIN_MS);
    wanted = true;
  };

  const gather = () => {
    gathering = false;
    const { everyMs } = budget.step();
    if (over || everyMs === 0) return rrweb?.thaw();
    rrweb?.thaw();
    rrweb?.freeze();
    gathering = true;
    after(everyMs, gather);
  };
  const tick = () => {
    if (over) return;
    const changed = budget.look(monotonic(), stopwatch.spentMs());
    if (changed) {
      const { everyMs } = budget.step();
      const share = Math.round(changed.share * 10_000) / 10_000;
      const reason = changed.thinner ? 'recording took too much of the page’s time' : 'the page is calm again';
      tell({ state: everyMs > 0 ? 'thinned' : 'full', reason, share, everyMs });
      if (!gathering) gather();
    }
    dispatch.look();
    if (checkouts.isDue(monotonic())) snapshotSoon();
    after(TICK_MS, tick);
  };

  const stop = (reason: string) => {
    if (over) return;
    rrweb?.thaw();
    seal();
    over = true;
    rrweb?.stop();
    reading.stop();
    unmark();
    tell({ state: 'stopped', reason });
    dispatch.leave();
  };

  if (!rrweb) stop('rrweb could not start');
  else counts.snapshots = 1;
  const startMs = stopwatch.spentMs();
  counts.longestMs = startMs;
  budget.forgive(startMs);
  tick();
  return {
    renew() {
      seal();
      dispatch.renew();
      snapshot();
    },
    leave() {
      rrweb?.thaw();
      seal();
      dispatch.leave();
    },
    comeBack() {
      if (over) return;
      dispatch.renew();
      snapshot();
    },
    stop,
  };
}
