import { fixations, GAZE_DEFAULTS, GAZE_PRESETS, GAZE_SEES, type GazeRule } from './gaze/fixations.ts';
import { givenNumber, givenText } from './given.ts';
import type { Metric } from './metric.ts';

/** When an area was first looked at, or that it never was. */
export interface FirstFixation {
  area: string;
  /** What the time counts from: the area coming into view, or the session's first event where nothing told of that. */
  since: 'inView' | 'session';
  /** Null where no fixation came: censored. */
  ms: number | null;
  censored: boolean;
  /** For how long a first fixation was waited for: to it, or to the session's last event. */
  observedMs: number;
}

type Rule = GazeRule & {
  /** Areas that count even where neither gaze nor view tells of them. */
  areas: readonly string[];
};

/**
 * Time to first fixation, with those that never came as censored.
 *
 * price in view from 1,000 ms, first fixation at 1,400 ms → 400 ms; footer in view, never fixated → censored.
 */
export const gazeFirstFixation: Metric<FirstFixation[], Rule> = {
  name: 'gaze_first_fixation',
  version: 1,
  title: 'Time to first fixation',
  group: 'gaze',
  unit: 'ms',
  definition:
    'For each area that was in view, fixated or named: time from its first coming into view (else from the session’s first event) to the beginning of the first fixation that begins in it from then on; censored at the session’s last event, never 0 or the session’s length, where none came.',
  columns: {
    area: 'name of the element',
    since: 'inView or session: what the time counts from',
    ms: 'time to first fixation, ms; null where censored',
    censored: 'no fixation came',
    observedMs: 'time under observation, ms: what survival methods need',
  },
  source: 'Standard eye-tracking measure; censoring as in survival analysis. Sessions without any fixation have no rows.',
  parameters: { ...GAZE_DEFAULTS, areas: [] },
  presets: GAZE_PRESETS,
  example: {
    events: [
      [0, 'pageView'],
      [1_400, 'gaze_fixation', { element: 'price', duration_ms: 200 }],
      [5_000, 'elementInView', { name: 'price', lengthMs: 4_000 }],
      [5_000, 'elementInView', { name: 'footer', lengthMs: 1_000 }],
    ],
    value: [
      { area: 'price', since: 'inView', ms: 400, censored: false, observedMs: 400 },
      { area: 'footer', since: 'inView', ms: null, censored: true, observedMs: 1_000 },
    ],
  },
  sees: { ...GAZE_SEES, elementInView: ['name', 'lengthMs'] },
  ends: true,
  begin(rule) {
    const reading = fixations(rule);
    const inView = new Map<string, number>();
    let firstAt: number | undefined;
    let lastAt = 0;
    return {
      see(event) {
        firstAt ??= event.at;
        lastAt = event.at;
        reading.see(event);
        const name = event.name === 'elementInView' ? givenText(event.details, 'name') : undefined;
        if (name === undefined) return;
        const from = event.at - (givenNumber(event.details, 'lengthMs') ?? 0);
        inView.set(name, Math.min(inView.get(name) ?? from, from));
      },
      value() {
        const all = reading.all();
        if (all.length === 0) return [];
        const areas = new Set([...all.flatMap(({ area }) => area ?? []), ...inView.keys(), ...rule.areas]);
        return [...areas].map((area): FirstFixation => {
          const from = inView.get(area);
          const since = from ?? firstAt ?? 0;
          const first = all.find((one) => one.area === area && one.at >= since);
          const ms = first ? first.at - since : null;
          return {
            area,
            since: from === undefined ? 'session' : 'inView',
            ms,
            censored: ms === null,
            observedMs: ms ?? Math.max(0, lastAt - since),
          };
        });
      },
    };
  },
};
