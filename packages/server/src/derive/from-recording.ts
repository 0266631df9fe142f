import type { MeasuredEvent, RrwebEvent } from '@sightline/metrics';
import type { Rule } from '@sightline/protocol';
import type { Derivation } from './derivation.ts';
import { recordedTab, SUBMITS } from './recorded-tab.ts';
import { pageSelector } from './selector.ts';

/** A rule at work on a session's recording. */
export interface RecordingReader {
  /** Takes each tab's events in order. */
  see(tab: string, event: RrwebEvent, offsetMs: number): void;
  /** What the rule came to, when all was seen. */
  derivation(): Derivation;
}

/** Applies a rule to a session's recording, with its stored events for what a recording does not hold: submissions, and a pointer that left the window. */
export function fromRecording(rule: Rule, told: readonly MeasuredEvent[] = []): RecordingReader {
  const selector = pageSelector(rule.selector);
  const derived: Derivation = { events: [], undecided: 0, problems: new Set() };
  const tabs = new Map<string, ReturnType<typeof recordedTab>>();
  if (SUBMITS.has(rule.event) && !told.some(({ name }) => FORM_EVENTS.has(name)))
    derived.problems.add('no event of a form is stored: that none was submitted, or that forms were not recorded');

  return {
    see(tab, event, offsetMs) {
      let reader = tabs.get(tab);
      if (!reader) {
        reader = recordedTab({ tab, rule, selector, told: told.filter((one) => one.tab === tab), derived });
        tabs.set(tab, reader);
      }
      reader.see({ event, offsetMs });
    },
    derivation() {
      for (const tab of tabs.values()) tab.end();
      derived.events.sort((a, b) => a.at - b.at);
      return derived;
    },
  };
}

/** Where one of these was stored, forms were recorded. */
const FORM_EVENTS: ReadonlySet<string> = new Set(['formSubmit', 'fieldFocus', 'fieldChange', 'fieldBlur']);
