import * as Plot from '@observablehq/plot';
import type { MeasuredGroup } from '@sightline/protocol';
import type { PlotRoom } from './plot-figure.tsx';
import type { ScaledUnit } from './scaled-unit.ts';

/** What a box plot draws. */
export interface BoxPlotInput {
  groups: readonly MeasuredGroup[];
  name: (key: string) => string;
  hue: (key: string) => string;
  unit: ScaledUnit;
  axis: string;
  /** Where the axis ends, in the metric’s own unit; single values beyond it are not drawn. */
  until: number;
  from: number;
  tip: (group: MeasuredGroup) => string;
}

const ROW_PX = { withPoints: 62, without: 34 };
/** Box above, single values below it, within a group’s row. */
const BOX = { withPoints: -8, without: 0, half: 9 };
const STRIP = { middle: 14, half: 8 };

/** Boxes with whiskers and the median’s interval, and single values under each. */
export const boxPlot =
  ({ groups, name, hue, unit, axis, until, from, tip }: BoxPlotInput) =>
  ({ width, dark }: PlotRoom): Plot.PlotOptions => {
    const told = groups.flatMap((group) => {
      const { q1, median, q3, whiskers } = group;
      return q1 === null || median === null || q3 === null || whiskers === null
        ? []
        : [{ group, q1, median, q3, low: whiskers[0], high: whiskers[1] }];
    });
    type Told = (typeof told)[number];
    const x = (value: number) => value / unit.by;
    const y = ({ group }: Told) => name(group.key);
    const hasPoints = groups.some((group) => group.points.length > 0);
    const middle = hasPoints ? BOX.withPoints : BOX.without;
    const ground = dark ? '#18191b' : '#ffffff';
    const points = told.flatMap((row) =>
      row.group.points
        .filter((value) => value >= from && value <= until)
        .map((value, index) => ({ row, value, dy: STRIP.middle + STRIP.half * spread(index) })),
    );
    const layers = [-1, -0.5, 0, 0.5, 1].map((share) => STRIP.middle + STRIP.half * share);
    return {
      height: groups.length * (hasPoints ? ROW_PX.withPoints : ROW_PX.without) + 60,
      marginLeft: Math.min(200, Math.max(70, width * 0.16)),
      marginRight: 24,
      marginTop: 8,
      marginBottom: 44,
      x: {
        domain: [x(from), x(until)],
        label: axis,
        labelAnchor: 'center',
        labelArrow: 'none',
        grid: true,
        nice: false,
        clamp: true,
        ticks: Math.max(3, Math.floor(width / 110)),
      },
      y: { type: 'band', domain: groups.map(({ key }) => name(key)), label: null, tickSize: 0, padding: 0 },
      marks: [
        ...layers.map((dy, layer) =>
          Plot.dot(
            points.filter((_, index) => index % layers.length === layer),
            {
              x: ({ value }: { value: number }) => x(value),
              y: ({ row }: { row: Told }) => y(row),
              dy,
              r: 1.8,
              fill: ({ row }: { row: Told }) => hue(row.group.key),
              fillOpacity: 0.45,
            },
          ),
        ),
        Plot.ruleY(told, {
          x1: ({ low }: Told) => x(low),
          x2: ({ high }: Told) => x(high),
          y,
          dy: middle,
          stroke: ({ group }: Told) => hue(group.key),
        }),
        Plot.ruleY(told, {
          x1: ({ q1 }: Told) => x(q1),
          x2: ({ q3 }: Told) => x(q3),
          y,
          dy: middle,
          stroke: ({ group }: Told) => hue(group.key),
          strokeWidth: BOX.half * 2,
          strokeOpacity: 0.3,
        }),
        Plot.ruleY(
          told.filter(({ group }) => group.medianInterval !== null),
          {
            x1: ({ group }: Told) => x(group.medianInterval?.[0] ?? 0),
            x2: ({ group }: Told) => x(group.medianInterval?.[1] ?? 0),
            y,
            dy: middle,
            stroke: ({ group }: Told) => hue(group.key),
            strokeWidth: 5,
          },
        ),
        Plot.dot(told, {
          x: ({ median }: Told) => x(median),
          y,
          dy: middle,
          r: 5,
          fill: ground,
          stroke: ({ group }: Told) => hue(group.key),
          strokeWidth: 2,
        }),
        Plot.tip(
          told,
          Plot.pointerY({ x: ({ median }: Told) => x(median), y, dy: middle, title: ({ group }: Told) => tip(group), lineWidth: 40 }),
        ),
      ],
    };
  };

/** Spreads neighbours of a sorted list over the strip. */
const spread = (index: number): number => ((index * 2) % 5) / 2 - 1;
