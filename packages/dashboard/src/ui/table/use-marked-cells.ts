import { useEffect, type RefObject } from 'react';
import type { Column } from './column.ts';
import { asLines } from './tab-separated.ts';

/** A copy of text that is marked over several cells of a table puts cells of a spreadsheet on the clipboard. */
export function useMarkedCells<Row>({ scroller, columns, row, onCopied }: MarkedCellsInput<Row>): void {
  useEffect(() => {
    const aborter = new AbortController();
    const onCopy = (event: ClipboardEvent) => {
      const selection = document.getSelection();
      if (!scroller.current || !selection || selection.isCollapsed || !event.clipboardData) return;
      const lines = markedCells(scroller.current, selection).flatMap(({ index, ids }) => {
        const at = row(index);
        return at === undefined
          ? []
          : [
              asLines(
                columns.filter(({ id }) => ids.includes(id)),
                [at],
              ),
            ];
      });
      if (lines.length === 0) return;
      event.clipboardData.setData('text/plain', lines.join('\n'));
      event.preventDefault();
      onCopied(lines.length);
    };
    // A copy is told to where the marked text begins, which need not be inside the table: the document hears of all of them.
    document.addEventListener('copy', onCopy, { signal: aborter.signal });
    return () => aborter.abort();
  });
}

/** The cells that a marked text reaches into, row by row; none where it stays inside one, which the browser copies as it is. */
function markedCells(place: HTMLElement, selection: Selection): { index: number; ids: string[] }[] {
  const cells = [...place.querySelectorAll<HTMLElement>('[role="gridcell"][data-column]')];
  const marked = cells.filter((cell) => selection.containsNode(cell, true));
  if (marked.length < 2) return [];
  const rows = new Map<number, string[]>();
  for (const cell of marked) {
    // The head is ARIA's first row.
    const index = Number(cell.closest('[aria-rowindex]')?.getAttribute('aria-rowindex')) - 2;
    rows.set(index, [...(rows.get(index) ?? []), cell.dataset.column ?? '']);
  }
  return [...rows].map(([index, ids]) => ({ index, ids }));
}

export interface MarkedCellsInput<Row> {
  scroller: RefObject<HTMLElement | null>;
  columns: readonly Column<Row>[];
  row: (index: number) => Row | undefined;
  /** Hears of how many rows cells were taken. */
  onCopied: (rows: number) => void;
}
