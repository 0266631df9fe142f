import type { TabId } from '@sightline/protocol';
import type { Metric } from './metric.ts';
import { CURSOR_SEES, cursorSamples } from './pointer/cursor-samples.ts';
import { thrashing, type ThrashRule } from './pointer/thrashing.ts';

/**
 * Episodes of the pointer going wildly to and fro.
 *
 * 100 px right and left by turns every 200 ms, eight times over → 1.
 */
export const thrashedCursor: Metric<number, ThrashRule> = {
  name: 'thrash',
  version: 1,
  title: 'Thrashed cursor',
  group: 'frustration',
  unit: 'count',
  definition:
    'Number of maximal episodes in which, within 2 s and without a click, the pointer’s way has at least 6 reversals (turns of more than 90° between segments of at least 40 px) and is at least 800 px long. A segment goes from the end of the one before to the first position at least 40 px away, and counts at its end; an episode is a run of segments at whose ends the last 2 s, both ends included, hold that much. A click, or the pointer coming into the page, begins anew.',
  source: 'Sightline; no vendor publishes numbers. Whether a button was down is not recorded: a click ends the episode instead.',
  parameters: { windowMs: 2_000, reversals: 6, segmentPx: 40, lengthPx: 800 },
  presets: [],
  example: {
    events: Array.from(
      { length: 10 },
      (_, index) => [index * 200, 'cursorTracking', { clientX: index % 2 === 0 ? 0 : 120, clientY: 50 }] as const,
    ),
    value: 1,
  },
  sees: { ...CURSOR_SEES, click: [] },
  ends: false,
  begin(rule) {
    const tabs = new Map<TabId, ReturnType<typeof thrashing>>();
    return {
      see(event) {
        let tab = tabs.get(event.tab);
        if (!tab) tabs.set(event.tab, (tab = thrashing(rule)));
        if (event.name === 'click' || event.details.trackingType === 'cursorEnteredViewport') tab.restart();
        if (event.name === 'cursorTracking') cursorSamples(event, tab.move);
      },
      value: () => [...tabs.values()].reduce((sum, { episodes }) => sum + episodes(), 0),
    };
  },
};
