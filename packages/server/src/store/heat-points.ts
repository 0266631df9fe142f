import type { HeatElement, HeatPoints, HeatPointsQuery, PointKind } from '@sightline/protocol';
import type { Engine } from '../engine/engine.ts';
import { plainText } from './plain-text.ts';
import { heatEvents } from './heat-events.ts';
import { heatViews } from './heat-views.ts';
import type { QuestionDeps } from './question.ts';

/** Finer than the smallest spot that is drawn. */
const CELL_PX = 8;
/** Within elements, where places are moved to where the element stands now: still under the spot's standard deviation of 18 px. */
const WITHIN_PX = 16;

const KINDS: Record<PointKind, { name: string; amount: string; unit: HeatPoints['unit'] }> = {
  click: { name: 'click', amount: '1', unit: 'clicks' },
  move: { name: 'cursorTracking', amount: '1', unit: 'positions' },
  gaze: { name: 'gaze_fixation', amount: 'ifNull(durationMs, 0)', unit: 'ms' },
};

/** Where on a page something happened, in cells: within its elements, or on the page. */
export async function heatPoints(deps: QuestionDeps, { path, kind, anchored = true, ...filter }: HeatPointsQuery): Promise<HeatPoints> {
  const { name, amount, unit } = KINDS[kind];
  const { from, stored, parameters } = heatEvents(filter, path, [name], deps.now());
  const [views, cells] = await Promise.all([
    heatViews(deps, { ...filter, path }),
    rowsOf<[path: string, count: number, amount: number, places: [number, number, number][]]>(
      deps.engine,
      `${anchored ? within(amount, from, stored) : onPage(amount, from)} FORMAT JSONCompactEachRow`,
      parameters,
    ),
  ]);
  return {
    kind,
    unit,
    ...views,
    amount: sum(cells.map(([, , all]) => all)),
    count: sum(cells.map(([, count]) => count)),
    elements: anchored ? cells.map(([of, , all, places]) => element(of, all, places)) : [],
    pixels: anchored ? [] : cells.flatMap(([, , , places]) => places.filter(isPlaced).flat()),
    cellPx: CELL_PX,
  };
}

/** Where nothing tells the place; no place of a page or an element is there. */
const NOWHERE = -32_768;

/**
 * An element is cut into about as many cells as it is wide and high, in a power of two, so that sizes which are nearly alike share
 * them; a cell stands for its middle. Cells are numbered from 1 over all powers: the cells of a cut into 4 are 4 to 7.
 */
const cell = (share: string, length: string, halvings: number) => {
  const wider = Array.from({ length: halvings }, (_, index) => `(ifNull(${length}, 64) > ${WITHIN_PX * 2 ** index})`);
  const cells = `bitShiftLeft(toUInt32(1), ${wider.join(' + ')})`;
  return `(${cells} + intDiv(least(toUInt32(assumeNotNull(${share})), 999) * ${cells}, 1000))`;
};
const middle = (number: string) => {
  const cells = `exp2(floor(log2(${number})))`;
  return `if(${number} = 0, ${NOWHERE}, toInt32((${number} - ${cells} + 0.5) * 1000 / ${cells}))`;
};

/** Cells of one direction, of both, and elements before them in one number: that is what a million rows are counted by in a tenth of a second. */
const [CELLS_HIGH, CELLS] = [2 ** 10, 2 ** 18];

const within = (amount: string, from: string, stored: string) => `
  WITH (SELECT arrayPushBack(groupUniqArray(path), '') ${stored}) AS paths
  SELECT paths[element] AS path, sum(n), sum(a), groupArray((cx, cy, a)) FROM (
    SELECT element, ${middle('across')} AS cx, ${middle('down')} AS cy, sum(ofCell) AS n, sum(amountOfCell) AS a FROM (
      SELECT intDiv(place, ${CELLS}) AS element, intDiv(place % ${CELLS}, ${CELLS_HIGH}) AS across, place % ${CELLS_HIGH} AS down, ofCell, amountOfCell FROM (
        SELECT toUInt64(transform(path, paths, arrayEnumerate(paths), 0)) * ${CELLS} + if(isNull(elementX) OR isNull(elementY), 0,
          ${cell('elementX', 'elementWidth', 7)} * ${CELLS_HIGH} + ${cell('elementY', 'elementHeight', 9)}) AS place,
          count() AS ofCell, sum(${amount}) AS amountOfCell
        ${from} GROUP BY place))
    GROUP BY element, cx, cy)
  GROUP BY path ORDER BY sum(a) DESC, path`;

const onPage = (amount: string, from: string) => {
  const isNowhere = 'isNull(x) OR isNull(y)';
  const ofPage = (place: string) =>
    `if(${isNowhere}, toInt32(${NOWHERE}), intDiv(assumeNotNull(${place}), ${CELL_PX}) * toInt32(${CELL_PX}) + toInt32(${CELL_PX / 2}))`;
  return `
  SELECT '', sum(n), sum(a), groupArray((cx, cy, a)) FROM (
    SELECT ${ofPage('x')} AS cx, ${ofPage('y')} AS cy, count() AS n, sum(${amount}) AS a ${from} GROUP BY cx, cy)`;
};

const isPlaced = ([x]: readonly [number, number, number]): boolean => x !== NOWHERE;

const element = (path: string, amount: number, places: [number, number, number][]): HeatElement => ({
  path,
  amount,
  places: places.filter(isPlaced).flat(),
  loose: sum(places.filter((place) => !isPlaced(place)).map(([, , loose]) => loose)),
});

async function rowsOf<Row>(engine: Engine, query: string, parameters: Record<string, unknown>): Promise<Row[]> {
  const text = await engine.use((client) => plainText(client, query, parameters));
  return text === ''
    ? []
    : text
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as Row);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
