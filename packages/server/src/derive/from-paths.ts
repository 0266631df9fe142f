import type { MeasuredEvent } from '@sightline/metrics';
import type { Rule } from '@sightline/protocol';
import type { Derivation } from './derivation.ts';
import { elementOfPath } from './element-of-path.ts';
import { pageSelector } from './selector.ts';

/** The stored events that tell a path of the element on which something happened. */
const STORED: Partial<Record<Rule['event'], { event: string; words: string }>> = {
  click: { event: 'click', words: 'clicks' },
  submit: { event: 'formSubmit', words: 'submitted forms' },
  formSubmission: { event: 'formSubmit', words: 'submitted forms' },
};

/**
 * Applies a rule to a session that was not recorded: from the paths of its clicks and submitted forms, which tell tags, ids and stable
 * attributes on the way from the nearest of those. A path can show that an element is meant; that it is not, it cannot.
 */
export function fromPaths(rule: Rule, events: readonly MeasuredEvent[]): Derivation {
  const derived: Derivation = { events: [], undecided: 0, problems: new Set(['no recording']) };
  const stored = STORED[rule.event];
  if (stored === undefined) {
    derived.problems.add(`${rule.event} is not recorded as an event`);
    return derived;
  }
  const selector = pageSelector(rule.selector);
  const urls = new Map<string, string>();
  for (const { tab, at, name, details } of events) {
    if (name === 'pageView' && typeof details.url === 'string') urls.set(tab, details.url);
    if (name !== stored.event) continue;
    const path = typeof details.path === 'string' ? details.path : '';
    const element = selector.readsPaths ? elementOfPath(path) : undefined;
    if (!element || !selector.closest(element)) {
      derived.undecided += 1;
      continue;
    }
    const { x, y } = details;
    derived.events.push({
      tab,
      type: 'interactionEvent',
      name: rule.name,
      at,
      url: urls.get(tab) ?? '',
      details: {
        type: stored.event === 'formSubmit' ? 'submit' : rule.event,
        path,
        ...(typeof x === 'number' && { x }),
        ...(typeof y === 'number' && { y }),
      },
      metadata: (rule.metadata ?? []).map(({ nameForLog }) => ({ name: nameForLog, value: null, problem: 'no recording' })),
      basis: 'path',
    });
  }
  if (derived.undecided > 0) derived.problems.add(`${stored.words} whose element is not known without a recording`);
  return derived;
}
