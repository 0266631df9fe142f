import type { LinkProps } from '@tanstack/react-router';
import { useNavigate } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useEffectEvent, useId, useMemo, useState, type CSSProperties, type ReactNode } from 'react';
import { usePreferences } from '../../preferences/preferences-context.tsx';
import { text } from '../../text/text.ts';
import { CopyButton } from '../copy-button.tsx';
import { copyText } from '../copy-text.ts';
import { ROW_PX } from '../theme.ts';
import { isChosen } from './chosen-rows.ts';
import { columnLayout, shownColumns } from './column-layout.ts';
import type { Column, Sort } from './column.ts';
import styles from './data-grid.module.css';
import { GridHead } from './grid-head.tsx';
import { GridRow } from './grid-row.tsx';
import { asLines, asTable } from './tab-separated.ts';
import { useChosenRows } from './use-chosen-rows.ts';
import { useColumnWidths } from './use-column-widths.ts';
import { useEvent } from './use-event.ts';
import { useMarkedCells } from './use-marked-cells.ts';
import { useWidth } from './use-width.ts';

const SKELETON_ROWS = 8;
const OVERSCAN = 8;

/** A table of any length: only the rows in view exist. Arrows move, Shift takes more rows along, Enter opens, a copy is cells of a spreadsheet. */
export function DataGrid<Row>(props: DataGridProps<Row>) {
  const { table, label, columns, count, row, rowKey, linkOf, sort, chosen, fill, tall, renderDetail, onView } = props;
  const id = useId();
  const rowPx = ROW_PX[usePreferences().preferences.density === 'compact' ? 'compact' : 'table'];
  const navigate = useNavigate();
  const [said, say] = useState('');
  const { element: scroller, width, watch } = useWidth();
  const { widths, give } = useColumnWidths(table);
  const shown = useMemo(() => shownColumns(columns, width, chosen), [columns, width, chosen]);
  const layout = columnLayout(shown, widths);
  const total = count ?? props.skeletonRows ?? SKELETON_ROWS;
  const keyOf = (index: number) => {
    const at = count === undefined ? undefined : row(index);
    return at === undefined ? `at-${index}` : rowKey(at, index);
  };
  const measured = tall === true || renderDetail !== undefined;
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    overscan: OVERSCAN,
    // Heights belong to rows, not to places: a row that moves takes its own along. Where all are alike, a hundred thousand keys are not asked for.
    ...(measured ? { getItemKey: keyOf } : {}),
    scrollPaddingStart: rowPx,
    onChange: ({ range, scrollOffset }) =>
      onView?.({ first: range?.startIndex ?? 0, last: range?.endIndex ?? total - 1, atTop: (scrollOffset ?? 0) < rowPx }),
  });

  const toTop = useEffectEvent(() => virtual.scrollToOffset(0));
  useEffect(() => toTop(), [props.list]);

  const loadedOf = ({ first, last }: { first: number; last: number }) =>
    Array.from({ length: last - first + 1 }, (_, at) => row(first + at)).filter((each): each is Row => each !== undefined);
  const { rows, onKeyDown, onClick } = useChosenRows({
    total,
    page: () => Math.max(1, virtual.getVirtualItems().length - 2 * OVERSCAN - 1),
    list: props.list,
    open: (index) => {
      const at = row(index);
      if (at !== undefined && linkOf) void navigate(linkOf(at));
    },
    goTo: (index) => virtual.scrollToIndex(index),
    copy: async (span) => {
      const loaded = loadedOf(span);
      if (await copyText(asLines(shown, loaded))) say(text.table.copiedOf(loaded.length, span.last - span.first + 1));
    },
  });
  const link = useEvent((at: Row) => linkOf?.(at) ?? {});
  useMarkedCells({ scroller, columns: shown, row, onCopied: (copied) => say(text.table.copied(copied)) });

  return (
    <div className={styles.frame} data-fill={fill}>
      <div
        ref={watch}
        className={styles.scroller}
        style={{ '--columns': layout.template, '--least': `${layout.leastPx}px` } as CSSProperties}
        role="grid"
        aria-label={label}
        aria-rowcount={total + 1}
        aria-busy={count === undefined}
        aria-multiselectable
        aria-activedescendant={count ? `${id}-${rows.active}` : undefined}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onMouseDown={(event) => (event.shiftKey ? event.preventDefault() : undefined)}
      >
        <GridHead columns={shown} sort={sort} onWidth={give} say={say} />
        <div role="rowgroup" className={styles.body} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const at = count === undefined ? undefined : row(index);
            return (
              <GridRow
                key={keyOf(index)}
                id={`${id}-${index}`}
                index={index}
                start={start}
                row={at}
                columns={shown}
                linkOf={linkOf && link}
                active={index === rows.active}
                selected={isChosen(rows, index)}
                onClick={onClick}
                measure={measured ? virtual.measureElement : undefined}
                detail={at === undefined ? undefined : renderDetail?.(at)}
              />
            );
          })}
        </div>
      </div>
      <p role="status" className={styles.said}>
        {said}
      </p>
      {props.failure ? <p className={styles.failure}>{text.table.failed(props.failure.message)}</p> : null}
      {count ? (
        <div className={styles.copy}>
          <CopyButton
            label={text.table.copy(label)}
            value={() => {
              const loaded = loadedOf({ first: 0, last: count - 1 });
              say(text.table.copiedOf(loaded.length, count));
              return asTable(shown, loaded);
            }}
            sign
          />
        </div>
      ) : null}
    </div>
  );
}

export interface DataGridProps<Row> {
  /** Under which name the widths of its columns are kept. */
  table: string;
  label: string;
  columns: readonly Column<Row>[];
  /** How many rows there are; undefined while that is not known. */
  count: number | undefined;
  /** A row that is there; undefined while it is on its way. */
  row: (index: number) => Row | undefined;
  rowKey: (row: Row, index: number) => string;
  /** Where a row leads: its first cell is then a link. */
  linkOf?: ((row: Row) => LinkProps) | undefined;
  sort?: Sort | undefined;
  /** Ids of the columns to show; absent: as many as there is room for. */
  chosen?: readonly string[] | undefined;
  /** Takes what height is left on the page. */
  fill?: boolean;
  /** Rows are as high as what is in them. */
  tall?: boolean;
  /** What lies open under a row. */
  renderDetail?: (row: Row) => ReactNode;
  /** Names what is listed: another list, or the same from its top, begins with its first row. */
  list?: string;
  onView?: (view: { first: number; last: number; atTop: boolean }) => void;
  failure?: Error | null | undefined;
  skeletonRows?: number;
}
