import type { JsonObject } from '@sightline/protocol';
import { givenNumber } from '../given.ts';
import type { MeasuredEvent, Preset } from '../metric.ts';

/** How soon each kind of effect has to come for a click to have had one, ms; a kind with −1 does not count. */
export type OutcomeRule = {
  mutationMs: number;
  navigationMs: number;
  networkMs: number;
  inputMs: number;
  focusMs: number;
  scrollMs: number;
  selectionMs: number;
  mediaMs: number;
  /** Before the click as well as after it. */
  visibilityMs: number;
  /** Tags that are looked at; none is every one. */
  tags: readonly string[];
  notTags: readonly string[];
  /** Of clicks on one element, those that come so soon after another are left out. */
  repeatMs: number;
};

export const OUTCOME_DEFAULTS: OutcomeRule = {
  mutationMs: 2_500,
  navigationMs: 2_500,
  networkMs: 2_500,
  inputMs: 2_500,
  focusMs: 2_500,
  scrollMs: 100,
  selectionMs: 100,
  mediaMs: 2_500,
  visibilityMs: 1_000,
  tags: [],
  notTags: [],
  repeatMs: 0,
};

/** Other tools' rules, as far as what is recorded lets them be followed. */
export const OUTCOME_PRESETS: readonly Preset<OutcomeRule>[] = [
  {
    name: 'PostHog',
    source:
      'posthog-js: no mutation within 2,500 ms, no scroll or selection change within 100 ms, no visibility or focus change within 1,000 ms either side; links, and the same element within 1 s, are left out.',
    parameters: { networkMs: -1, inputMs: -1, focusMs: -1, mediaMs: -1, notTags: ['a'], repeatMs: 1_000 },
  },
  {
    name: 'OpenReplay',
    source: 'OpenReplay’s heuristics: no DOM, input or focus message within 1,234 ms.',
    parameters: {
      mutationMs: 1_234,
      navigationMs: 1_234,
      inputMs: 1_234,
      focusMs: 1_234,
      networkMs: -1,
      scrollMs: -1,
      selectionMs: -1,
      mediaMs: -1,
      visibilityMs: -1,
    },
  },
  {
    name: 'Sentry',
    source: 'Sentry Replay: no DOM change within 7 s and no scroll within 300 ms, on buttons, inputs and links.',
    parameters: {
      mutationMs: 7_000,
      navigationMs: 7_000,
      scrollMs: 300,
      networkMs: -1,
      inputMs: -1,
      focusMs: -1,
      selectionMs: -1,
      mediaMs: -1,
      visibilityMs: -1,
      tags: ['button', 'input', 'a'],
    },
  },
];

const EFFECTS = [
  'mutationMs',
  'navigationMs',
  'networkMs',
  'inputMs',
  'focusMs',
  'scrollMs',
  'selectionMs',
  'mediaMs',
  'visibilityMs',
] as const;

/** An effect may be told not to count. */
export const OUTCOME_LEAST = Object.fromEntries(EFFECTS.map((effect) => [effect, -1]));

export const OUTCOME_SEES = { clickOutcome: [...EFFECTS, 'path', 'tag', 'unjudgeable'] };

/** Whether anything followed in time. */
export const hadEffect = (details: JsonObject, rule: OutcomeRule): boolean =>
  EFFECTS.some((effect) => Math.abs(givenNumber(details, effect) ?? Infinity) <= rule[effect]);

/** Tells of each outcome whether the rule looks at its click at all. */
export function looksAt({ tags, notTags, repeatMs }: OutcomeRule): (event: MeasuredEvent) => boolean {
  const last = new Map<string, number>();
  return ({ tab, at, details }) => {
    const tag = String(details.tag);
    if ((tags.length > 0 && !tags.includes(tag)) || notTags.includes(tag)) return false;
    const key = `${tab} ${String(details.path)}`;
    const before = last.get(key) ?? -Infinity;
    last.set(key, at);
    return at - before >= repeatMs;
  };
}
