import type { HeatPoints, HeatPointsQuery, PointKind } from '@sightline/protocol';
import type { Engine } from '../engine/engine.ts';
import { heatSource, type HeatSource } from './heat-source.ts';
import { seenBy, viewsOf } from './heat-views.ts';
import { CELL_PX, CELLS_WITHIN, middlesOf, NOWHERE } from './place-cells.ts';
import { plainText } from './plain-text.ts';
import type { QuestionDeps } from './question.ts';

const UNITS: Record<PointKind, HeatPoints['unit']> = { click: 'clicks', move: 'positions', gaze: 'ms' };

/** Where on a page something happened, in cells: within its elements, or on the page. */
export async function heatPoints(deps: QuestionDeps, { kind, anchored = true, ...page }: HeatPointsQuery): Promise<HeatPoints> {
  const source = await heatSource(deps, page);
  const [seen, ...cells] = await rowsOf<Row>(deps.engine, query(source, kind, anchored), source.parameters);
  return {
    kind,
    unit: UNITS[kind],
    ...viewsOf(seen?.[1] ?? 0, seen?.[2] ?? 0),
    amount: sum(cells.map(([, , all]) => all)),
    count: sum(cells.map(([, count]) => count)),
    elements: anchored ? cells.map(([path, , of, places, loose]) => ({ path, amount: of, places, loose })) : [],
    pixels: anchored ? [] : (cells[0]?.[3] ?? []),
    cellPx: CELL_PX,
  };
}

/** Places are triples, one after the other. */
type Row = [path: string, count: number, amount: number, places: number[], loose: number];

/** First how many sessions saw the page and how often: asked with the rest, so that both are of the same events. */
const query = (source: HeatSource, kind: PointKind, anchored: boolean) => `
  SELECT path, n, a, places, loose FROM (
    SELECT 0 AS place, '' AS path, sessions AS n, toFloat64(views) AS a, [] AS places, toFloat64(0) AS loose FROM ${seenBy(source)}
    UNION ALL SELECT 1 AS place, path, n, a, places, loose FROM (${anchored ? within(source, kind) : onPage(source, kind)})
  ) ORDER BY place, a DESC, path FORMAT JSONCompactEachRow`;

const amountOf = (kind: PointKind) => (kind === 'gaze' ? 'sum(ms)' : 'toFloat64(count())');
const amountColumns = (kind: PointKind) => (kind === 'gaze' ? (['ms'] as const) : []);

/** A path's number and a cell in one number: a million rows are counted by that in a fraction of the time that a text and a number take. */
function within(source: HeatSource, kind: PointKind): string {
  const { across, down } = middlesOf('within');
  const placed = source.placed(kind, ['path', 'within', ...amountColumns(kind)]);
  return `
    WITH arrayPushBack(${source.paths(kind)}, '') AS paths
    SELECT paths[element] AS path, sum(ofCell) AS n, sum(amountOfCell) AS a,
      groupArrayArrayIf([${across}, ${down}, amountOfCell], within != 0) AS places, sumIf(amountOfCell, within = 0) AS loose FROM (
      SELECT intDiv(place, ${CELLS_WITHIN}) AS element, place % ${CELLS_WITHIN} AS within, ofCell, amountOfCell FROM (
        SELECT toUInt64(transform(path, paths, arrayEnumerate(paths), 0)) * ${CELLS_WITHIN} + within AS place, count() AS ofCell, ${amountOf(kind)} AS amountOfCell
        FROM ${placed} GROUP BY place))
    GROUP BY path`;
}

function onPage(source: HeatSource, kind: PointKind): string {
  const middle = (cell: string) => `toFloat64(${cell} * ${CELL_PX} + ${CELL_PX / 2})`;
  return `
    SELECT '' AS path, sum(ofCell) AS n, sum(amountOfCell) AS a,
      groupArrayArrayIf([${middle('column')}, ${middle('row')}, amountOfCell], column != ${NOWHERE}) AS places, toFloat64(0) AS loose FROM (
      SELECT column, row, count() AS ofCell, ${amountOf(kind)} AS amountOfCell
      FROM ${source.placed(kind, ['column', 'row', ...amountColumns(kind)])} GROUP BY column, row)`;
}

async function rowsOf<Of>(engine: Engine, statement: string, parameters: Record<string, unknown>): Promise<Of[]> {
  const text = await engine.use((client) => plainText(client, statement, parameters));
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Of);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
