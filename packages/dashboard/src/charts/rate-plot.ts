import * as Plot from '@observablehq/plot';
import type { MeasuredGroup } from '@sightline/protocol';
import type { PlotRoom } from './plot-figure.tsx';

interface RatePlotInput {
  groups: readonly MeasuredGroup[];
  name: (key: string) => string;
  hue: (key: string) => string;
  axis: string;
  tip: (group: MeasuredGroup) => string;
}

const ROW_PX = 40;

/** Rates with their intervals, from none to all. */
export const ratePlot =
  ({ groups, name, hue, axis, tip }: RatePlotInput) =>
  ({ width }: PlotRoom): Plot.PlotOptions => {
    const told = groups.filter(({ rate }) => rate !== null && rate.n > 0);
    const share = ({ rate }: MeasuredGroup) => (rate ? (100 * rate.yes) / rate.n : 0);
    const y = ({ key }: MeasuredGroup) => name(key);
    const color = ({ key }: MeasuredGroup) => hue(key);
    return {
      height: groups.length * ROW_PX + 60,
      marginLeft: Math.min(200, Math.max(70, width * 0.16)),
      marginRight: 24,
      marginTop: 8,
      marginBottom: 44,
      x: { domain: [0, 100], label: axis, labelAnchor: 'center', labelArrow: 'none', grid: true },
      y: { type: 'band', domain: groups.map(({ key }) => name(key)), label: null, tickSize: 0 },
      marks: [
        Plot.ruleY(told, {
          x1: ({ rate }: MeasuredGroup) => 100 * (rate?.interval?.[0] ?? 0),
          x2: ({ rate }: MeasuredGroup) => 100 * (rate?.interval?.[1] ?? 0),
          y,
          stroke: color,
          strokeWidth: 4,
          strokeOpacity: 0.5,
        }),
        Plot.dot(told, { x: share, y, r: 5, fill: color }),
        Plot.tip(told, Plot.pointerY({ x: share, y, title: tip })),
      ],
    };
  };
