import * as Plot from '@observablehq/plot';
import type { MeasuredGroup } from '@sightline/protocol';
import type { PlotRoom } from './plot-figure.tsx';
import type { ScaledUnit } from './scaled-unit.ts';

interface DistributionInput {
  groups: readonly MeasuredGroup[];
  name: (key: string) => string;
  hue: (key: string) => string;
  unit: ScaledUnit;
  axis: string;
  from: number;
  until: number;
  shareLabel: string;
}

/** How each group’s values are spread: shares of the group by bins that all groups share. */
export const distributionPlot =
  ({ groups, name, hue, unit, axis, from, until, shareLabel }: DistributionInput) =>
  ({ width }: PlotRoom): Plot.PlotOptions => {
    const bars = groups.flatMap(({ key, n, histogram }) =>
      histogram
        .filter((bin) => bin.from <= until && bin.to > from)
        .map((bin) => ({
          key,
          x1: bin.from / unit.by,
          x2: bin.to / unit.by,
          share: n === 0 ? 0 : (100 * bin.count) / n,
          count: bin.count,
        })),
    );
    type Bar = (typeof bars)[number];
    return {
      height: 240,
      marginLeft: 48,
      marginRight: 24,
      marginTop: 32,
      marginBottom: 44,
      x: {
        label: axis,
        labelAnchor: 'center',
        labelArrow: 'none',
        ...(bars.every(isOneByOne) ? { ticks: bars.map(middleOf), tickFormat: 'd' } : { ticks: Math.max(3, Math.floor(width / 110)) }),
      },
      y: { label: shareLabel, labelArrow: 'none', grid: true },
      marks: [
        Plot.rect(bars, {
          x1: 'x1',
          x2: 'x2',
          y1: 0,
          y2: 'share',
          fill: ({ key }: Bar) => hue(key),
          fillOpacity: groups.length > 1 ? 0.22 : 0.4,
        }),
        Plot.lineY(
          bars.flatMap((bar) => [
            { ...bar, x: bar.x1 },
            { ...bar, x: bar.x2 },
          ]),
          { x: 'x', y: 'share', z: 'key', stroke: ({ key }: Bar) => hue(key), strokeWidth: 1.5 },
        ),
        Plot.ruleY([0]),
        Plot.tip(
          bars,
          Plot.pointerX({
            x: middleOf,
            y: 'share',
            title: ({ key, share, count, ...bin }: Bar) => `${name(key)}\n${binText(bin)}${unit.sign}\n${round(share)} % (${count})`,
          }),
        ),
      ],
    };
  };

interface Bounds {
  x1: number;
  x2: number;
}

const middleOf = ({ x1, x2 }: Bounds): number => (x1 + x2) / 2;

/** A bin around one whole number is that number. */
const isOneByOne = ({ x1, x2 }: Bounds): boolean => x2 - x1 === 1 && !Number.isInteger(x1);

const binText = (bin: Bounds): string => (isOneByOne(bin) ? round(middleOf(bin)) : `${round(bin.x1)} to ${round(bin.x2)}`);

const round = (value: number) => String(Math.round(value * 100) / 100);
