import type { HeatPoints, HeatPointsOfTwo, HeatPointsQuery, PointKind, SessionFilter } from '@sightline/protocol';
import { heatSource, type HeatSource, type PlaceColumn } from './heat-source.ts';
import { viewsOf } from './heat-views.ts';
import { CELL_PX, CELLS_WITHIN, middlesOf, NOWHERE } from './place-cells.ts';
import { plainText } from './plain-text.ts';
import type { QuestionDeps } from './question.ts';

const UNITS: Record<PointKind, HeatPoints['unit']> = { click: 'clicks', move: 'positions', gaze: 'ms' };

/** What is asked, the second group's filter read. */
export type PointsQuestion = Omit<HeatPointsQuery, 'against'> & { against?: SessionFilter | undefined };

/** Where on a page something happened, in cells: within its elements, or on the page. Two groups of a flight's sessions are counted in one go. */
export async function heatPoints(deps: QuestionDeps, { against, ...question }: PointsQuestion): Promise<HeatPointsOfTwo> {
  const { kind, anchored = true, ...page } = question;
  if (against && against.flight !== page.flight) {
    const [one, other] = await Promise.all([heatPoints(deps, question), heatPoints(deps, { ...against, path: page.path, kind, anchored })]);
    return { ...one, against: other };
  }
  const source = await heatSource(deps, { ...page, against });
  // The source says of which events it is, so both are of the same.
  const [views, rows] = await Promise.all([viewsOf(deps, source), rowsOf(deps, source, (anchored ? within : onPage)(source, kind))]);
  const map = (group: number): HeatPoints => {
    const elements = elementsOf(rows, group);
    return {
      kind,
      unit: UNITS[kind],
      ...views(group),
      amount: sum(elements.map(({ amount }) => amount)),
      count: sum(elements.map(({ count }) => count)),
      elements: anchored ? elements.map(({ path, amount, places, loose }) => ({ path, amount, places, loose })) : [],
      pixels: anchored ? [] : (elements[0]?.places ?? []),
      cellPx: CELL_PX,
    };
  };
  return { ...map(0), ...(against && { against: map(1) }) };
}

/** A path with what of it is each group's. Places are triples, one after the other. */
type Row = [path: string, counts: number[], amounts: number[], places: number[][], loose: number[]];

/** A group's elements, most amount first. */
function elementsOf(rows: readonly Row[], group: number) {
  const elements = rows.map(([path, counts, amounts, places, loose]) => ({
    path,
    count: counts[group] ?? 0,
    amount: amounts[group] ?? 0,
    places: places[group] ?? [],
    loose: loose[group] ?? 0,
  }));
  return elements.filter(({ count }) => count > 0).toSorted((a, b) => b.amount - a.amount || (a.path < b.path ? -1 : 1));
}

/** A path's number and a cell in one number: a million rows are counted by that in a fraction of the time that a text and a number take. */
function within(source: HeatSource, kind: PointKind): string {
  const { across, down } = middlesOf('within');
  return `
    WITH arrayPushBack(${source.paths(kind)}, '') AS paths
    SELECT paths[element] AS path, ${sumsOf(source, kind, [across, down], 'within != 0')}, ${eachOf(source, (group) => `sumIf(a${group}, within = 0)`)} AS loose FROM (
      SELECT intDiv(place, ${CELLS_WITHIN}) AS element, place % ${CELLS_WITHIN} AS within, * EXCEPT place FROM (
        SELECT toUInt64(transform(path, paths, arrayEnumerate(paths), 0)) * ${CELLS_WITHIN} + within AS place, ${countsOf(source, kind)}
        FROM ${source.placed(kind, ['path', 'within', ...columnsOf(source, kind)])} GROUP BY place))
    GROUP BY path`;
}

function onPage(source: HeatSource, kind: PointKind): string {
  const middle = (cell: string) => `(${cell} * ${CELL_PX} + ${CELL_PX / 2})`;
  return `
    SELECT '' AS path, ${sumsOf(source, kind, [middle('column'), middle('row')], `column != ${NOWHERE}`)}, [] AS loose FROM (
      SELECT column, row, ${countsOf(source, kind)} FROM ${source.placed(kind, ['column', 'row', ...columnsOf(source, kind)])} GROUP BY column, row)`;
}

const columnsOf = ({ groups }: HeatSource, kind: PointKind): PlaceColumn[] => [
  ...(kind === 'gaze' ? (['ms'] as const) : []),
  ...(groups.length > 1 ? (['groups'] as const) : []),
];

/** Of a cell, for each group: how many there are, and what they amount to. */
const countsOf = ({ groups }: HeatSource, kind: PointKind): string =>
  groups
    .map((isIn, group) => `countIf(${isIn}) AS n${group}, ${kind === 'gaze' ? `sumIf(ms, ${isIn})` : `toFloat64(n${group})`} AS a${group}`)
    .join();

/** The same of all cells, and which they are. */
function sumsOf(source: HeatSource, kind: PointKind, place: readonly [x: string, y: string], isPlaced: string): string {
  // Of a hundred thousand cells: whole numbers are written in a fraction of the time.
  const triple = (group: number) => [...place, `a${group}`].map((number) => (kind === 'gaze' ? number : `toInt32(${number})`)).join();
  return `${eachOf(source, (group) => `sum(n${group})`)} AS n, ${eachOf(source, (group) => `sum(a${group})`)} AS a,
    ${eachOf(source, (group) => `groupArrayArrayIf([${triple(group)}], ${isPlaced} AND n${group} > 0)`)} AS places`;
}

const eachOf = ({ groups }: HeatSource, of: (group: number) => string): string => `[${groups.map((_, group) => of(group)).join()}]`;

async function rowsOf({ engine }: QuestionDeps, { parameters }: HeatSource, question: string): Promise<Row[]> {
  const text = await engine.use((client) => plainText(client, `${question} FORMAT JSONCompactEachRow`, parameters));
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Row);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
