import { DataGrid, type DataGridProps } from './data-grid.tsx';

export type { Column, Sort } from './column.ts';

/** A table of rows that are all there, each as high as what is in it. */
export function DataTable<Row>({ rows, table, ...rest }: DataTableProps<Row>) {
  return <DataGrid tall {...rest} table={table ?? rest.label} count={rows?.length} row={(index) => rows?.[index]} />;
}

export interface DataTableProps<Row> extends Omit<DataGridProps<Row>, 'count' | 'row' | 'table' | 'onView'> {
  /** Under which name the widths of its columns are kept; absent: its label. */
  table?: string;
  /** Undefined while they are on their way. */
  rows: readonly Row[] | undefined;
}
