import { eventPattern, patternSees } from './event-pattern.ts';
import { givenText } from './given.ts';
import type { Metric } from './metric.ts';
import { CURSOR_SEES, cursorSamples } from './pointer/cursor-samples.ts';
import { followRest, type Approach } from './pointer/approach.ts';

/** One hesitation: from entering an element to activating it. */
export interface Hesitation {
  at: number;
  name: string;
  waitedMs: number;
  /** The longest stretch in which the pointer rested. */
  restedMs: number;
}

type Rule = {
  restMs: number;
  speed: number;
  everyMs: number;
  enter: readonly string[];
  leave: readonly string[];
  activate: readonly string[];
};

/**
 * Waits between entering an element and activating it, with the pointer at rest.
 *
 * Into `buy` at 0, no movement, a click on it at 900 ms → 900 ms; at 499 ms → none.
 */
export const hesitation: Metric<Hesitation[], Rule> = {
  name: 'hesitation',
  version: 1,
  title: 'Hesitation',
  group: 'frustration',
  unit: 'ms',
  definition:
    'Times from the pointer’s last entry of a named element (or the focus of a named field) to its activation, in which the pointer moved less than 5 px/s for at least 500 ms. A movement lasts from one position told to the next, but at most `everyMs`: before that the pointer stood still.',
  columns: {
    at: 'entry, ms since 1970',
    name: 'name of the element',
    waitedMs: 'entry to activation, ms',
    restedMs: 'longest rest in it, ms',
  },
  source:
    'Sightline. Entry and activation belong together by the element’s name for the log, so a study gives both the same name; tabs that tell no pointer positions tell no rest and have no rows.',
  parameters: {
    restMs: 500,
    speed: 5,
    everyMs: 200,
    enter: ['mouseenter', 'focus', 'focusin'],
    leave: ['mouseleave', 'blur', 'focusout'],
    activate: ['click', 'mouseClick', 'change', 'submit'],
  },
  presets: [],
  example: {
    events: [
      [0, 'cursorTracking', { clientX: 10, clientY: 10 }],
      [10, 'mouseenter', { name: 'buy' }],
      [910, 'click', { name: 'buy' }],
    ],
    value: [{ at: 10, name: 'buy', waitedMs: 900, restedMs: 900 }],
  },
  sees: {},
  seesBy: ({ enter, leave, activate }) => ({ ...patternSees([...enter, ...leave, ...activate]), ...CURSOR_SEES }),
  ends: false,
  begin(rule) {
    const [enters, leaves, activates] = [eventPattern(rule.enter), eventPattern(rule.leave), eventPattern(rule.activate)];
    const tabs = new Map<string, Approach>();
    const found: Hesitation[] = [];
    return {
      see(event) {
        let tab = tabs.get(event.tab);
        if (!tab) tabs.set(event.tab, (tab = { entered: new Map(), last: undefined }));
        if (event.name === 'cursorTracking') {
          const { last, entered } = tab;
          let from = last;
          cursorSamples(event, (at, x, y) => {
            for (const entry of entered.values()) followRest(entry, from, { at, x, y }, rule);
            from = { at, x, y };
          });
          tab.last = from;
          return;
        }
        const name = givenText(event.details, 'name');
        if (name === undefined) return;
        if (enters(event)) tab.entered.set(name, { at: event.at, restSince: event.at, restedMs: 0 });
        else if (leaves(event)) tab.entered.delete(name);
        else if (activates(event)) {
          const entry = tab.entered.get(name);
          tab.entered.delete(name);
          if (!entry || !tab.last) return;
          const restedMs = Math.max(entry.restedMs, event.at - entry.restSince);
          if (restedMs >= rule.restMs) found.push({ at: entry.at, name, waitedMs: event.at - entry.at, restedMs });
        }
      },
      value: () => found,
    };
  },
};
