/** Something at a place of a page, in CSS pixels. */
export interface Spot {
  x: number;
  y: number;
  amount: number;
}

/** How much is around each place of a page, on a grid. */
export interface Density {
  columns: number;
  rows: number;
  /** Row by row: the amounts around, nearer ones counting more (a Gaussian of 1 in the middle). */
  cells: Float32Array;
  /** The largest of them. */
  most: number;
}

export interface DensityOptions {
  width: number;
  height: number;
  /** Side of a cell, CSS pixels. */
  cellPx: number;
  /** Standard deviation of the Gaussian, CSS pixels. */
  sigmaPx: number;
}

/** Sums up spots around each cell of a page. The Gaussian is laid along the rows and then along the columns, which is the same as at once. */
export function density(spots: readonly Spot[], { width, height, cellPx, sigmaPx }: DensityOptions): Density {
  const columns = Math.max(1, Math.ceil(width / cellPx));
  const rows = Math.max(1, Math.ceil(height / cellPx));
  const cells = new Float32Array(columns * rows);
  const filled = new Set<number>();
  for (const { x, y, amount } of spots) {
    const column = Math.floor(x / cellPx);
    const row = Math.floor(y / cellPx);
    if (column < 0 || row < 0 || column >= columns || row >= rows) continue;
    cells[row * columns + column] = (cells[row * columns + column] ?? 0) + amount;
    filled.add(row);
  }
  const kernel = gaussian(sigmaPx / cellPx);
  const reach = (kernel.length - 1) / 2;
  const across = new Float32Array(columns * rows);
  for (const row of filled) spread(cells, across, { start: row * columns, step: 1, count: columns, kernel });
  const touched = new Set([...filled].flatMap((row) => Array.from({ length: 2 * reach + 1 }, (_, index) => row + index - reach)));
  const all = new Float32Array(columns * rows);
  let most = 0;
  for (const row of touched) {
    if (row < 0 || row >= rows) continue;
    for (let column = 0; column < columns; column += 1) {
      let sum = 0;
      for (let offset = Math.max(-reach, -row); offset <= reach && row + offset < rows; offset += 1) {
        sum += (kernel[offset + reach] ?? 0) * (across[(row + offset) * columns + column] ?? 0);
      }
      all[row * columns + column] = sum;
      if (Math.abs(sum) > most) most = Math.abs(sum);
    }
  }
  return { columns, rows, cells: all, most };
}

interface Line {
  start: number;
  step: number;
  count: number;
  kernel: Float32Array;
}

function spread(from: Float32Array, to: Float32Array, { start, step, count, kernel }: Line): void {
  const reach = (kernel.length - 1) / 2;
  for (let index = 0; index < count; index += 1) {
    const amount = from[start + index * step] ?? 0;
    if (amount === 0) continue;
    for (let offset = Math.max(-reach, -index); offset <= reach && index + offset < count; offset += 1) {
      const place = start + (index + offset) * step;
      to[place] = (to[place] ?? 0) + amount * (kernel[offset + reach] ?? 0);
    }
  }
}

/** Three standard deviations to either side, 1 in the middle. */
function gaussian(sigma: number): Float32Array {
  const reach = Math.max(1, Math.ceil(sigma * 3));
  return Float32Array.from({ length: 2 * reach + 1 }, (_, index) => Math.exp(-((index - reach) ** 2) / (2 * sigma * sigma)));
}

/** One density less another on the same grid. */
export function densityDifference(first: Density, second: Density): Density {
  const cells = second.cells.map((amount, index) => amount - (first.cells[index] ?? 0));
  return { columns: first.columns, rows: first.rows, cells, most: cells.reduce((most, cell) => Math.max(most, Math.abs(cell)), 0) };
}
