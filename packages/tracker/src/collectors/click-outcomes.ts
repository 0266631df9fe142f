import type { ClickOutcomeDetails } from '@sightline/protocol';
import { pathOf } from '../page/path-of.ts';
import { watchEffects, type Effect } from '../page/watch-effects.ts';
import type { Place } from '../recorder/recorder.ts';
import type { Collector } from './collector.ts';

/** As long as the most patient of the known rules for dead clicks waits (Sentry's). */
const WATCHED_MS = 7_000;
/** Window and page changing hands this long before a click still have to do with it, by the most patient rule (PostHog's). */
const BEFORE_MS = 1_000;
/** A visitor who hammers on the page is watched for so many clicks at once. */
const AT_ONCE = 20;

/** What looks as if a click on it did something. */
const INTERACTIVE =
  'a[href],button,summary,[onclick],[role=button],[role=link],[role=tab],[role=menuitem],[role=option],[role=switch],[role=checkbox],[role=radio],' +
  ['button', 'submit', 'reset', 'image', 'checkbox', 'radio'].map((type) => `input[type=${type}]`).join();
/** Their effects are out of sight: another window, a download, another program. */
const ELSEWHERE = 'a[download],a[target=_blank],a[href^="mailto:"],a[href^="tel:"]';
/** Fields of which a click shows what no script is told of. */
const FIELDS =
  'select,textarea,input:not([type=button],[type=submit],[type=reset],[type=image],[type=checkbox],[type=radio]),[contenteditable]';

interface Watched {
  at: number;
  details: ClickOutcomeDetails;
  place: Place;
  /** The focus came to it by this very click. */
  element: Element;
  cancel(): void;
}

/** Tells what followed each click on something that looks interactive, so that dead clicks can be told by any rule. */
export const clickOutcomes: Collector = {
  collect({ page, recorder, onStop }) {
    const watched = new Set<Watched>();
    let shownAt = -Infinity;

    const settle = (one: Watched, at: number) => {
      if (!watched.delete(one)) return;
      one.cancel();
      if (watched.size === 0) effects.rest();
      one.details.watchedMs = Math.round(at - one.at);
      recorder.record({ type: 'browserEvent', name: 'clickOutcome', details: one.details, at: one.at, quiet: true, ...one.place });
    };

    const happened = (effect: Effect, at: number, target?: EventTarget | null) => {
      if (effect === 'visibility') shownAt = at;
      for (const one of watched) {
        const ms = Math.round(at - one.at);
        if (ms < 0 || (effect === 'focus' && target === one.element)) continue;
        one.details[`${effect}Ms`] ??= ms;
        // Nothing that could follow changes what any rule says.
        if (effect === 'mutation' || effect === 'navigation') settle(one, at);
      }
    };
    const effects = watchEffects(page, happened);

    page.on('click', (event) => {
      const { isTrusted, button, ctrlKey, metaKey, shiftKey, altKey, timeStamp: at } = event;
      if (!isTrusted || button !== 0 || ctrlKey || metaKey || shiftKey || altKey || watched.size >= AT_ONCE) return;
      const path = event.composedPath();
      const [element] = path;
      if (!isElement(element)) return;
      const unjudgeable = isOpaque(element);
      const target = unjudgeable ? element : interactiveIn(path, page.window);
      if (!target) return;
      const name = target.closest('[data-sightline-name]')?.getAttribute('data-sightline-name') ?? undefined;
      const details: ClickOutcomeDetails = { path: pathOf(target), tag: target.localName, name, watchedMs: 0 };
      if (unjudgeable) details.unjudgeable = true;
      if (at - shownAt <= BEFORE_MS) details.visibilityMs = Math.round(shownAt - at);
      const one: Watched = {
        at,
        details,
        place: recorder.place(),
        element,
        cancel: page.after(WATCHED_MS, () => settle(one, at + WATCHED_MS)),
      };
      watched.add(one);
      effects.look(path.filter((node) => isShadowRoot(node)));
    });
    const settleAll = () => watched.forEach((one) => settle(one, page.monotonic()));
    page.on('pagehide', settleAll);
    onStop(() => {
      settleAll();
      effects.stop();
    });
  },
};

const isElement = (node: EventTarget | undefined): node is Element => (node as Element | undefined)?.nodeType === 1;
const isShadowRoot = (node: EventTarget): node is ShadowRoot => (node as Node).nodeType === 11;

/** Nobody can see into it. */
function isOpaque(element: Element): boolean {
  if (/^(canvas|video|audio|iframe|frame|object|embed)$/.test(element.localName)) return true;
  // A closed shadow root hands clicks in it to its host.
  return element.localName.includes('-') && !element.shadowRoot && element.childElementCount === 0;
}

/** The innermost element around a click that promises something; none where its effect could not be seen. */
function interactiveIn(path: readonly EventTarget[], window: Window): Element | undefined {
  const [innermost] = path;
  const elements = path.filter((node) => isElement(node));
  if (elements.some((element) => element.matches(FIELDS) || element.matches(ELSEWHERE))) return undefined;
  const target = elements.find((element) => element.matches(INTERACTIVE));
  if (target || !isElement(innermost)) return target;
  return window.getComputedStyle(innermost).cursor === 'pointer' ? innermost : undefined;
}
