import {
  hadEffect,
  looksAt,
  OUTCOME_DEFAULTS,
  OUTCOME_LEAST,
  OUTCOME_PRESETS,
  OUTCOME_SEES,
  type OutcomeRule,
} from './click/outcome-rule.ts';
import type { Metric } from './metric.ts';

/**
 * Clicks on what looks interactive that nothing followed.
 *
 * A mutation after 2,500 ms → alive; after 2,501 ms → dead. Nothing but scrolling after 101 ms → dead.
 */
export const deadClicks: Metric<number | null, OutcomeRule> = {
  name: 'dead_click',
  version: 1,
  title: 'Dead clicks',
  group: 'frustration',
  unit: 'count',
  definition:
    'Trusted primary clicks on what looks interactive (link, button, role, pointer cursor) after which nothing was seen to happen: no DOM mutation in document or open shadow roots, navigation, request, field change, focus move or media activity within 2,500 ms, no scroll or selection change within 100 ms, no visibility or window focus change within 1,000 ms either side; an effect whose limit is −1 does not count. Clicks that cannot be judged (canvas, media, frames, closed shadow roots) are not counted, nor are those on tags that `tags` and `notTags` leave out, or on one element less than `repeatMs` after the one before; null where no outcome was recorded though there were clicks.',
  source:
    'Sightline; effects as in posthog-js’s rule, with requests, fields, focus and media added. Links that open elsewhere are not looked at.',
  parameters: OUTCOME_DEFAULTS,
  least: OUTCOME_LEAST,
  presets: OUTCOME_PRESETS,
  example: {
    events: [
      [0, 'clickOutcome', { path: '#buy', tag: 'button', watchedMs: 2_500, mutationMs: 2_500 }],
      [5_000, 'clickOutcome', { path: '#buy', tag: 'button', watchedMs: 2_501, mutationMs: 2_501 }],
      [9_000, 'clickOutcome', { path: '#help', tag: 'a', watchedMs: 7_000, scrollMs: 101 }],
    ],
    value: 2,
  },
  sees: { ...OUTCOME_SEES, click: [] },
  ends: false,
  begin(rule) {
    const looks = looksAt(rule);
    let clicks = 0;
    let outcomes = 0;
    let dead = 0;
    return {
      see(event) {
        if (event.name === 'click') clicks += 1;
        if (event.name !== 'clickOutcome') return;
        outcomes += 1;
        if (looks(event) && event.details.unjudgeable !== true && !hadEffect(event.details, rule)) dead += 1;
      },
      value: () => (outcomes === 0 && clicks > 0 ? null : dead),
    };
  },
};
