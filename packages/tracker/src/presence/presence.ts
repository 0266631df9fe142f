import type { PresenceDetails } from '@sightline/protocol';
import type { Collector } from '../collectors/collector.ts';
import { hasFocus, isVisible, shownAt } from '../page/showing.ts';
import type { Happening, Place } from '../recorder/recorder.ts';
import { elementsInView } from './elements-in-view.ts';
import { handedPresence } from './handed-presence.ts';
import { lifeSigns } from './life-signs.ts';
import { onInput } from './on-input.ts';
import { createSessionPresence } from './session-presence.ts';
import { isShown, type TabSignal } from './presence-states.ts';
import { createTabPresence, type Reading, type Told } from './tab-presence.ts';

/** How old the last input of an active person may be. */
const IDLE_AFTER_S = 30;
const TICK_MS = 1_000;
/** What is certain is told at least so often: should the visitor never come back after a crash, no more is lost. */
const CHECKPOINT_TICKS = 30;

/** Tells how long this tab was open, visible, focused and active. */
export const presence: Collector = {
  collect(surface) {
    const { page, recorder, session, outbox, options, startedAt, offer, onSession, onLeave, onMove, onStop } = surface;
    const idleMs = (options.presence?.idleAfterS ?? IDLE_AFTER_S) * 1_000;
    const handed = handedPresence(page);
    const putDown = lifeSigns(surface);
    const shared = createSessionPresence(surface, idleMs);
    offer?.(shared.api);
    const elements = elementsInView({ page, place: recorder.place, record: recorder.record });
    let ticks = 0;
    let toldInput = -Infinity;
    let cancelTick: (() => void) | undefined;

    const happening = ({ state, from, to, place, jumpMs }: Told<Place>): Happening => {
      const details: PresenceDetails = { state, lengthMs: Math.round((to - from) * 1_000) / 1_000, jumpMs };
      if (state === 'active') details.idleMs = idleMs;
      return { type: 'statusEvent', name: 'presence', details, at: to, quiet: true, ...place };
    };
    const tab = createTabPresence<Place>({
      idleMs,
      place: recorder.place,
      tell: (told) => {
        if (told.state === 'asleep') shared.slept();
        recorder.record(happening(told));
      },
    });

    const reading = (): Reading => ({ monotonic: page.monotonic(), wall: page.wall() });
    const shows = (): TabSignal => (isVisible(page.window) ? (hasFocus(page.window) ? 'focused' : 'visible') : 'hidden');

    /** Where the session ended, perhaps long ago, so did the presence that belongs to it; true where that is so. */
    const endsWithSession = (now: Reading): boolean => {
      const leftMs = session.endsAt() - now.wall;
      if (leftMs >= 0) return false;
      if (tab.state() !== 'gone') tab.signal('left', now, now.monotonic + leftMs);
      return true;
    };

    const signal = (name: TabSignal, from?: number) => {
      const now = reading();
      if (!endsWithSession(now)) tab.signal(name, now, from && Math.min(from, now.monotonic));
      if (name === 'hidden' || name === 'frozen') {
        elements.tell();
        outbox.secure();
        putDown([], shared.kept());
      }
      shared.is(tab.state());
      keepTicking();
    };

    /** Somebody did something: the session goes on by it, or another begins. */
    const act = (name: TabSignal) => {
      endsWithSession(reading());
      outbox.before();
      signal(tab.state() === 'gone' ? shows() : name);
    };

    const keepTicking = () => {
      if (isShown(tab.state())) cancelTick ??= page.after(TICK_MS, tick);
      else {
        cancelTick?.();
        cancelTick = undefined;
      }
    };

    /** Input is told to the other tabs once a second at most; the last of it in the end too. */
    const tellInput = () => {
      if (tab.lastInput() <= toldInput) return;
      toldInput = tab.lastInput();
      shared.input(toldInput);
    };

    const tick = () => {
      cancelTick = undefined;
      const now = reading();
      endsWithSession(now);
      tab.tick(now);
      // Windows get no blur event when the focus leaves them from inside a frame.
      if (isShown(tab.state()) && (shows() === 'focused') !== (tab.state() !== 'visible')) tab.signal(shows(), now);
      ticks += 1;
      if (ticks % CHECKPOINT_TICKS === 0) {
        tab.checkpoint(now);
        elements.tell();
      }
      elements.scan();
      if (isShown(tab.state())) {
        putDown(
          tab.untold(now).map((told) => recorder.text({ ...happening(told), details: recovered(happening(told)) })),
          shared.kept(),
        );
        tellInput();
        shared.tick();
      }
      shared.is(tab.state());
      keepTicking();
    };

    const begin = (from: number, isReturn: boolean) => {
      const before = handed.take();
      const goesOn = before && (isReturn ? from - before.leftAt < BACK_WITHIN_MS : before.leftAt > -ORIGIN_MS);
      if (before) tab.inputWas(before.lastInput);
      signal(shows(), goesOn && before.wasShown && isVisible(page.window) ? before.leftAt : from);
    };

    const leave = (at?: number) => {
      elements.tell();
      signal('left', at);
      handed.give({ leftAt: at ?? page.monotonic(), lastInput: tab.lastInput(), wasShown: isVisible(page.window) });
    };

    onInput(page, {
      every: tab.inputWas,
      some() {
        act('input');
        tellInput();
      },
    });
    page.on('visibilitychange' as keyof WindowEventMap, ({ timeStamp }) =>
      isVisible(page.window) ? act(shows()) : signal('hidden', timeStamp),
    );
    for (const name of ['focus', 'blur'] as const) {
      page.on(name, ({ target }) => target === page.window && (name === 'focus' ? act(shows()) : signal(shows())));
    }
    page.on('freeze' as keyof WindowEventMap, ({ timeStamp }) => signal('frozen', timeStamp));
    page.on('resume' as keyof WindowEventMap, () => signal(shows()));
    page.on('pageshow', ({ persisted, timeStamp }) => persisted && begin(timeStamp, true));
    onSession(() => {
      shared.renew();
      signal(shows());
    });
    onMove(() => {
      elements.tell();
      tab.moved(reading());
    });
    onLeave(leave);
    onStop(() => {
      elements.tell();
      elements.end();
      signal('left');
    });
    begin(options.fromDocument ? shownAt(page.window) : startedAt, false);
  },
};

const recovered = ({ details }: Happening) => ({ ...(details as PresenceDetails), recovered: true });

/** A document that comes back from the cache follows at once on the one that was left for it. */
const BACK_WITHIN_MS = 1_000;
/** A navigation within the site began, at the new document's instant 0, before the old one was left; give or take the clocks' rounding. */
const ORIGIN_MS = 100;
