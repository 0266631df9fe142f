import { useLocalStorage } from '@mantine/hooks';
import { clampedPx, type ColumnWidths } from './column-layout.ts';

/** The widths a reader gave a table's columns, kept in this browser; undefined gives a column its own width back. */
export function useColumnWidths(table: string): { widths: ColumnWidths; give: (column: string, px: number | undefined) => void } {
  const [widths, keep] = useLocalStorage<ColumnWidths>({
    key: `sightline-columns-${table}`,
    defaultValue: NONE,
    deserialize: readWidths,
    getInitialValueInEffect: false,
  });
  return {
    widths,
    give: (column, px) => keep(({ [column]: _before, ...others }) => (px === undefined ? others : { ...others, [column]: clampedPx(px) })),
  };
}

const NONE: ColumnWidths = {};

/** Reads what was kept; what cannot be read is as if nobody had pulled at a column. */
export function readWidths(kept: string | undefined): ColumnWidths {
  try {
    const pairs = Object.entries(JSON.parse(kept ?? '{}') as object);
    return Object.fromEntries(pairs.flatMap(([id, px]) => (typeof px === 'number' && px > 0 ? [[id, clampedPx(px)]] : [])));
  } catch {
    // Another program's text under our name, or half of ours.
    return NONE;
  }
}
