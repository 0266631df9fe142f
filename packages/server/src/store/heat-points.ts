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
  const { from, parameters } = heatEvents(filter, path, [name], deps.now());
  const [views, cells] = await Promise.all([
    heatViews(deps, { ...filter, path }),
    rowsOf<[path: string, count: number, amount: number, places: [number, number, number][]]>(
      deps.engine,
      `${anchored ? within(amount, from) : onPage(amount, from)} FORMAT JSONCompactEachRow`,
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
 * them; a cell stands for its middle.
 */
const cell = (share: string, length: string, most: number) => {
  const cells = `least(${most}, toUInt32(exp2(ceil(log2(greatest(1, ifNull(${length}, 64) / ${WITHIN_PX}))))))`;
  return `toInt32((floor(least(${share}, 999) * ${cells} / 1000) + 0.5) * 1000 / ${cells})`;
};

const within = (amount: string, from: string) => `
  SELECT path, sum(n), sum(a), groupArray((cx, cy, a)) FROM (
    SELECT path, isNotNull(elementX) AND isNotNull(elementY) AS known,
      if(known, ${cell('elementX', 'elementWidth', 128)}, ${NOWHERE}) AS cx, if(known, ${cell('elementY', 'elementHeight', 512)}, ${NOWHERE}) AS cy,
      count() AS n, sum(${amount}) AS a
    ${from} GROUP BY path, known, cx, cy)
  GROUP BY path ORDER BY sum(a) DESC, path`;

const onPage = (amount: string, from: string) => `
  SELECT '', sum(n), sum(a), groupArray((cx, cy, a)) FROM (
    SELECT if(isNull(x) OR isNull(y), ${NOWHERE}, toInt32(intDiv(x, ${CELL_PX}) * ${CELL_PX} + ${CELL_PX / 2})) AS cx,
      if(isNull(x) OR isNull(y), ${NOWHERE}, toInt32(intDiv(y, ${CELL_PX}) * ${CELL_PX} + ${CELL_PX / 2})) AS cy, count() AS n, sum(${amount}) AS a
    ${from} GROUP BY cx, cy)`;

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
