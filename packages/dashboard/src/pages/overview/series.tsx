import { Button } from '@mantine/core';
import type { Overview, OverviewStep } from '@sightline/protocol';
import { useMemo } from 'react';
import { PlotFigure, type PlotStop } from '../../charts/plot-figure.tsx';
import { usePreferences } from '../../preferences/preferences-context.tsx';
import { text } from '../../text/text.ts';
import { Chip } from '../../ui/chip.tsx';
import { Instant } from '../../time/instant.tsx';
import { useNow } from '../../time/use-now.ts';
import { DataTable, type Column } from '../../ui/table/data-table.tsx';
import { COUNTED, type Counted } from './counted.ts';
import styles from './page.module.css';
import { middleOf, seriesPlot } from './series-plot.ts';

const words = text.overview;

const COLUMNS: readonly Column<OverviewStep>[] = [
  { id: 'at', title: words.at, cell: ({ at }) => <Instant at={at} />, copied: ({ at }) => new Date(at).toISOString() },
  ...COUNTED.map((count) => ({
    id: count,
    title: words.figures[count],
    numeric: true,
    cell: (step: OverviewStep) => text.number(step[count]),
    copied: (step: OverviewStep) => step[count],
  })),
];

/** Traffic over time, as columns or as the same numbers in a table. */
export function Series({ overview, count, asTable, onCount, onTable }: SeriesProps) {
  const { series, step, totals } = overview;
  const now = useNow(60_000);
  const { instants } = usePreferences();
  const [options, stops] = useMemo(() => {
    const tip = (each: OverviewStep) =>
      `${instants.short(each.at, now)}\n${text.number(each[count])} ${words.figures[count].toLocaleLowerCase()}`;
    return [
      seriesPlot({ series, step, count, axis: words.figures[count], timeLabel: words.axis[step], tip }),
      series.map((each): PlotStop => ({ x: middleOf(each, step), y: each[count], says: tip(each) })),
    ];
  }, [series, step, count, now, instants]);
  const caption = words.caption(totals[count], words.figures[count], words.steps[step]);
  return (
    <div className={styles.panel}>
      <div className={styles.panelHead}>
        <h2>{words.series}</h2>
        <div className={styles.chips} role="group" aria-label={words.seriesOf}>
          {COUNTED.map((each) => (
            <Chip key={each} chosen={each === count} choice onToggle={() => onCount(each)}>
              {words.figures[each]}
            </Chip>
          ))}
        </div>
        <Button variant="subtle" size="compact-sm" color="gray" onClick={() => onTable(!asTable)}>
          {asTable ? words.asChart : words.asTable}
        </Button>
      </div>
      {asTable ? (
        <DataTable label={words.series} columns={COLUMNS} rows={series.toReversed()} rowKey={({ at }) => String(at)} />
      ) : (
        <PlotFigure label={caption} options={options} stops={stops} minHeight={220}>
          {caption}
        </PlotFigure>
      )}
    </div>
  );
}

export interface SeriesProps {
  overview: Overview;
  count: Counted;
  asTable: boolean;
  onCount: (count: Counted) => void;
  onTable: (asTable: boolean) => void;
}
