import * as Plot from '@observablehq/plot';
import type { MeasuredGroup } from '@sightline/protocol';
import type { PlotRoom } from './plot-figure.tsx';
import type { ScaledUnit } from './scaled-unit.ts';

interface DaysInput {
  groups: readonly MeasuredGroup[];
  hue: string;
  unit: ScaledUnit;
  axis: string;
  dayLabel: string;
  tip: (group: MeasuredGroup) => string;
}

/** A metric day by day: the median (of yes and no: the rate) with its interval. */
export const daysPlot =
  ({ groups, hue, unit, axis, dayLabel, tip }: DaysInput) =>
  ({ width }: PlotRoom): Plot.PlotOptions => {
    const days = groups.map((group) => {
      const value = group.rate && group.rate.n > 0 ? group.rate.yes / group.rate.n : group.median;
      const [low, high] = (group.rate ? group.rate.interval : group.medianInterval) ?? [value, value];
      return {
        group,
        day: new Date(`${group.key}T12:00:00Z`),
        value: scaled(value, unit),
        low: scaled(low, unit),
        high: scaled(high, unit),
      };
    });
    return {
      height: 260,
      marginLeft: 56,
      marginRight: 24,
      marginTop: 32,
      marginBottom: 56,
      x: { type: 'utc', label: dayLabel, labelAnchor: 'center', labelArrow: 'none', ticks: Math.max(3, Math.floor(width / 110)) },
      y: { label: axis, labelArrow: 'none', grid: true, zero: true, nice: true },
      marks: [
        Plot.areaY(days, { x: 'day', y1: 'low', y2: 'high', fill: hue, fillOpacity: 0.2 }),
        Plot.lineY(days, { x: 'day', y: 'value', stroke: hue, strokeWidth: 2 }),
        Plot.dot(days, { x: 'day', y: 'value', fill: hue, r: days.length > 60 ? 1.5 : 3 }),
        Plot.ruleY([0]),
        Plot.tip(days, Plot.pointerX({ x: 'day', y: 'value', title: ({ group }: (typeof days)[number]) => tip(group) })),
      ],
    };
  };

const scaled = (value: number | null, unit: ScaledUnit): number | undefined => (value === null ? undefined : value / unit.by);
