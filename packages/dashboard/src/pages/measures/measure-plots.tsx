import type { MeasureAcross, MeasuredGroup } from '@sightline/protocol';
import { useMemo } from 'react';
import { boxPlot } from '../../charts/box-plot.ts';
import { daysPlot } from '../../charts/days-plot.ts';
import { distributionPlot } from '../../charts/distribution-plot.ts';
import { figure, interval, percent, plainFigure } from '../../charts/figure-text.ts';
import { PlotFigure } from '../../charts/plot-figure.tsx';
import { ratePlot } from '../../charts/rate-plot.ts';
import type { ScaledUnit } from '../../charts/scaled-unit.ts';
import { text } from '../../text/text.ts';
import { amountTitle } from './amount-title.ts';
import styles from './measures.module.css';

/** The plots that suit a metric and its groups, each with what it shows in its caption. */
export function MeasurePlots({ across, unit, whole, name, hue, points }: MeasurePlotsProps) {
  const { groups, by } = across;
  const isRate = across.unit === 'yes/no';
  const axis = text.across.axis(amountTitle(across), unit.label);
  const drawn = useMemo(() => {
    const reach = axisEnds(groups, whole);
    const tip = (group: MeasuredGroup) => tipOf(group, name(group.key), unit);
    if (by === 'day') return [daysPlot({ groups, hue: hue(''), unit, axis, dayLabel: text.across.day, tip })];
    if (isRate) return [ratePlot({ groups, name, hue, axis, tip })];
    const box = boxPlot({ groups, name, hue, unit, axis, ...reach, tip });
    const isSpread = groups.some(({ histogram }) => histogram.length > 1);
    return isSpread ? [box, distributionPlot({ groups, name, hue, unit, axis, ...reach, shareLabel: text.across.share })] : [box];
  }, [groups, whole, by, isRate, axis, unit, name, hue]);
  const stops = useMemo(
    () =>
      groups.map((group) => {
        const value = (isRate && group.rate ? group.rate.yes / Math.max(1, group.rate.n) : (group.median ?? 0)) / unit.by;
        const says = tipOf(group, name(group.key), unit).replaceAll('\n', ', ');
        return by === 'day' ? { x: new Date(`${group.key}T12:00:00Z`), y: value, says } : { x: value, y: name(group.key), says };
      }),
    [groups, isRate, unit, name, by],
  );
  const bars = useMemo(
    () =>
      (groups[0]?.histogram ?? []).map((bin) => ({
        x: (bin.from + bin.to) / 2 / unit.by,
        y: 0,
        says: groups
          .map(
            ({ key, n, histogram }) =>
              `${name(key)} ${percent((histogram.find(({ from }) => from === bin.from)?.count ?? 0) / Math.max(1, n))} %`,
          )
          .join(', '),
      })),
    [groups, unit, name],
  );
  const [first, second] = drawn;
  const n =
    groups.length > 6
      ? text.number(groups.reduce((sum, group) => sum + group.n, 0))
      : groups.map((group) => text.number(group.n)).join(', ');
  const caption = `${text.across.caption.n(n)} ${captionOf(across, { isRate, whole, unit, points })}`;
  return (
    <>
      {first ? (
        <PlotFigure
          label={`${axis}: ${groups.map((group) => tipOf(group, name(group.key), unit)).join('; ')}`}
          options={first}
          stops={stops}
        >
          {caption} <span className="mono">{across.metric}</span>
        </PlotFigure>
      ) : null}
      {second ? (
        <PlotFigure label={distributionCaption(groups, whole)} options={second} stops={bars} minHeight={240}>
          {groups.length > 1
            ? groups.map(({ key }) => (
                <span key={key} className={styles.sign}>
                  <span className={styles.swatch} style={{ background: hue(key) }} aria-hidden />
                  {name(key)}
                </span>
              ))
            : null}
          {distributionCaption(groups, whole)} <span className="mono">{across.metric}</span>
        </PlotFigure>
      ) : null}
    </>
  );
}

interface MeasurePlotsProps {
  across: MeasureAcross;
  unit: ScaledUnit;
  whole: boolean;
  name: (key: string) => string;
  hue: (key: string) => string;
  /** How many single values of a group were asked for. */
  points: number;
}

/** Bars beyond the axis are not drawn. */
function distributionCaption(groups: readonly MeasuredGroup[], whole: boolean): string {
  const { until } = axisEnds(groups, whole);
  const beyond = groups.map(({ histogram }) => histogram.filter(({ from }) => from > until).reduce((sum, { count }) => sum + count, 0));
  const count = beyond.reduce((sum, one) => sum + one, 0);
  return text.across.caption.distribution(count);
}

function captionOf(
  { by, groups, groupsInAll }: MeasureAcross,
  { isRate, whole, unit, points }: { isRate: boolean; whole: boolean; unit: ScaledUnit; points: number },
): string {
  const words = text.across.caption;
  if (by === 'day') return isRate ? words.daysRate : words.days;
  const left = groupsInAll > groups.length ? ` ${words.left(groupsInAll - groups.length)}` : '';
  if (isRate) return `${words.rate}${left}`;
  const largest = Math.max(...groups.map(({ max }) => max ?? 0));
  const isCut = !whole && largest > axisEnds(groups, whole).until;
  const sampled = by !== 'part' && groups.some(({ n }) => n > points) ? words.sampled(points) : '';
  return `${words.box}${sampled}${isCut ? words.beyond(figure(largest, unit)) : ''}.${left}`;
}

/** Where the axis begins and ends: at 0 where nothing is below, and not at a single far value unless that is asked for. */
export function axisEnds(groups: readonly MeasuredGroup[], whole: boolean): { from: number; until: number } {
  const low = Math.min(0, ...groups.map(({ min, whiskers }) => (whole ? min : whiskers?.[0]) ?? 0));
  const most = Math.max(...groups.map(({ max }) => max ?? 0));
  const near = Math.max(...groups.map(({ whiskers, q1, q3 }) => (whiskers?.[1] ?? 0) + 1.5 * ((q3 ?? 0) - (q1 ?? 0))));
  const until = whole ? most : Math.min(most, near);
  return { from: low, until: until > low ? until : Math.max(most, low + 1) };
}

function tipOf(group: MeasuredGroup, name: string, unit: ScaledUnit): string {
  const words = text.across;
  const head = `${name}\n${words.tip.values(group.n)}`;
  if (group.rate && group.rate.n > 0)
    return `${head}\n${plainFigure((100 * group.rate.yes) / group.rate.n)} % ${interval(group.rate.interval, unit)}`;
  return `${head}\n${words.columns.median} ${figure(group.median, unit)} ${interval(group.medianInterval, unit)}\n${words.columns.quartiles} ${figure(group.q1, unit)} – ${figure(group.q3, unit)}`;
}
