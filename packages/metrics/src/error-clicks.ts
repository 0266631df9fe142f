import type { MeasuredEvent, Metric } from './metric.ts';
import { givenNumber } from './given.ts';

/**
 * Clicks that an error came after.
 *
 * A click at 0, an uncaught error at 1,000 ms → 1: 1,000 ms counts, 1,001 does not.
 */
export const errorClicks: Metric<number, { withinMs: number; errors: boolean; requests: boolean }> = {
  name: 'error_click',
  version: 1,
  title: 'Error clicks',
  group: 'frustration',
  unit: 'count',
  definition:
    'Clicks after which, in the same tab and within 1,000 ms, an error or rejection was not caught, or a request failed that had started with or after the click.',
  source: 'Sightline; Datadog counts errors of an action in a similar way.',
  parameters: { withinMs: 1_000, errors: true, requests: true },
  presets: [
    { name: 'Datadog (mobile)', source: 'Errors up to 100 ms after the action.', parameters: { withinMs: 100 } },
    { name: 'errors only', source: 'Uncaught errors, no requests.', parameters: { requests: false } },
  ],
  example: {
    events: [
      [0, 'click', { path: '#buy' }],
      [900, 'networkFailure', { status: 500, durationMs: 850 }],
      [2_000, 'click', { path: '#buy' }],
      [3_001, 'pageError', { message: 'x is undefined' }],
    ],
    value: 1,
  },
  sees: { click: [], pageError: [], networkFailure: ['durationMs'] },
  ends: false,
  begin({ withinMs, errors, requests }) {
    let waiting: MeasuredEvent[] = [];
    let count = 0;
    const blame = (error: MeasuredEvent, startedAt: number) => {
      waiting = waiting.filter(({ at }) => error.at - at <= withinMs);
      const blamed = waiting.filter(({ tab, at }) => tab === error.tab && at <= startedAt);
      count += blamed.length;
      waiting = waiting.filter((click) => !blamed.includes(click));
    };
    return {
      see(event) {
        if (event.name === 'click') {
          if (waiting.length > 0 && event.at - (waiting[0]?.at ?? 0) > withinMs)
            waiting = waiting.filter(({ at }) => event.at - at <= withinMs);
          waiting.push(event);
        } else if (event.name === 'pageError' && errors) blame(event, event.at);
        else if (event.name === 'networkFailure' && requests) blame(event, event.at - (givenNumber(event.details, 'durationMs') ?? 0));
      },
      value: () => count,
    };
  },
};
