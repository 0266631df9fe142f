import { watchElements } from '../page/watch-elements.ts';
import type { Page } from '../page/page.ts';
import { nameIn, type Group } from './group.ts';
import type { LogLater } from './handler.ts';
import { createInView, type InView } from './in-view.ts';

type Step = 'create' | 'destroy' | 'expose' | 'obscure';

/**
 * Elements come and go (`create`, `destroy`), and come into view and out of it (`expose`, `obscure`); each is logged where
 * `properties` names it. In view is at least `minimumShare` (0.5) of the element for `minimumMs` (0); `atMost` limits each of
 * the four for one group. Answers how to stop, which ends what is in view.
 */
export function elementVisibility(page: Page, groups: readonly Group[], log: LogLater): () => void {
  const watchers = groups.map((group) => watchGroup(page, group, log));
  let shown = true;
  page.onVisibility((visible) => {
    shown = visible;
    for (const { look } of watchers) look(shown);
  });
  page.on('pagehide', () => watchers.forEach(({ look }) => look(false)));
  page.on('pageshow', () => watchers.forEach(({ look }) => look(true)));
  return () => {
    for (const { look, stop } of watchers) {
      look(false);
      stop();
    }
  };
}

function watchGroup(page: Page, group: Group, log: LogLater) {
  const { minimumShare = 0.5, minimumMs = 0, atMost = Infinity } = (group.properties ?? {}) as Record<string, number | undefined>;
  const counts = new Map<Step, number>();
  const elements = new Map<Element, { timer: InView; inView: boolean }>();

  const tell = (step: Step, element: Element, times: Record<string, number> = {}) => {
    const count = (counts.get(step) ?? 0) + 1;
    if (!group.properties?.[step] || count > atMost) return;
    counts.set(step, count);
    const name = nameIn(group, step);
    log(element, { type: step, ...(name === undefined ? {} : { name }), ...times }, group);
  };
  const watch = (element: Element) => {
    const timer = createInView({
      minimumMs,
      now: page.monotonic,
      after: page.after,
      exposed: (totalMs) => tell('expose', element, { totalMs: Math.round(totalMs) }),
      obscured: (ms, totalMs) => tell('obscure', element, { visibleMs: Math.round(ms), totalMs: Math.round(totalMs) }),
    });
    return { timer, inView: false };
  };

  let shown = true;
  let first = true;
  const stop = watchElements(page, new Map([[group.selector, minimumShare]]), {
    changed(_, come, gone) {
      for (const element of come) {
        elements.set(element, watch(element));
        // What the page began with did not come.
        if (!first) tell('create', element);
      }
      for (const element of gone) {
        const watched = elements.get(element);
        watched?.timer.set(false);
        elements.delete(element);
        tell('destroy', element, { totalMs: Math.round(watched?.timer.totalMs() ?? 0) });
      }
    },
    seen(_, element, visible) {
      const watched = elements.get(element);
      if (!watched) return;
      watched.inView = visible;
      watched.timer.set(visible && shown);
    },
  });
  first = false;

  return {
    stop,
    look(visible: boolean) {
      shown = visible;
      for (const { timer, inView } of elements.values()) timer.set(inView && shown);
    },
  };
}
