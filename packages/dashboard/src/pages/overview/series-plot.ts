import * as Plot from '@observablehq/plot';
import type { Overview, OverviewStep } from '@sightline/protocol';
import type { PlotRoom } from '../../charts/plot-figure.tsx';
import type { Counted } from './counted.ts';

interface SeriesInput {
  series: readonly OverviewStep[];
  step: Overview['step'];
  count: Counted;
  axis: string;
  timeLabel: string;
  tip: (step: OverviewStep) => string;
}

/** Where the tip of a step's column stands. */
export const middleOf = ({ at }: OverviewStep, step: Overview['step']): Date => new Date(at + STEP_MS[step] / 2);

const STEP_MS = { minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const;

/** A column for each step of time. */
export const seriesPlot =
  ({ series, step, count, axis, timeLabel, tip }: SeriesInput) =>
  ({ width, dark }: PlotRoom): Plot.PlotOptions => {
    const columns = series.map((each) => ({ each, from: new Date(each.at), to: new Date(each.at + STEP_MS[step]), value: each[count] }));
    const hue = dark ? '#56b4e9' : '#0072b2';
    return {
      height: 220,
      marginLeft: 52,
      marginRight: 12,
      marginTop: 20,
      marginBottom: 40,
      x: { type: 'time', label: timeLabel, labelAnchor: 'right', labelArrow: 'none', ticks: Math.max(3, Math.floor(width / 120)) },
      y: {
        label: axis,
        labelArrow: 'none',
        grid: true,
        nice: true,
        tickFormat: 's',
        ticks: 5,
        domain: [0, Math.max(1, ...series.map((each) => each[count]))],
      },
      marks: [
        Plot.rectY(columns, { x1: 'from', x2: 'to', y: 'value', fill: hue, insetLeft: 0.5, insetRight: 0.5 }),
        Plot.ruleY([0]),
        Plot.tip(
          columns,
          Plot.pointerX({
            x: ({ each }: (typeof columns)[number]) => middleOf(each, step),
            y: 'value',
            title: ({ each }: (typeof columns)[number]) => tip(each),
          }),
        ),
      ],
    };
  };
