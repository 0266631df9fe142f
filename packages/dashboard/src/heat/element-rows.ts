import type { HeatElements, HeatReading } from '@sightline/protocol';

/** An element in the list beside the map. */
export interface ElementRow {
  path: string;
  clicks: number;
  /** Of all clicks on the page, 0 to 1. */
  share: number;
  /** Of the sessions that saw the page: those that clicked it. */
  rate: number;
  rage: number | undefined;
  hoverMs: number | undefined;
  /** Clicks per 1,000 page views in the second group less those in the first. */
  change: number | undefined;
}

/** The elements of one group, most clicked first; of two, those whose clicks differ most by page views. */
export function elementRows(first: HeatElements, second: HeatElements | undefined, reading: HeatReading | undefined): ElementRow[] {
  const signals = new Map(reading?.elements.map((element) => [element.path, element]));
  const others = new Map(second?.elements.map((element) => [element.path, element]));
  const all = [first, ...(second ? [second] : [])];
  const clicksOfAll = sum(all.flatMap(({ elements }) => elements.map(({ clicks }) => clicks)));
  const sessionsOfAll = sum(all.map(({ sessions }) => sessions));
  const ofFirst = new Map(first.elements.map((element) => [element.path, element]));
  const paths = new Set([...ofFirst.keys(), ...others.keys()]);
  const rows = [...paths].map((path): ElementRow => {
    const one = ofFirst.get(path);
    const other = others.get(path);
    const clicks = (one?.clicks ?? 0) + (other?.clicks ?? 0);
    const signal = signals.get(path);
    return {
      path,
      clicks,
      share: clicksOfAll > 0 ? clicks / clicksOfAll : 0,
      rate: sessionsOfAll > 0 ? ((one?.sessions ?? 0) + (other?.sessions ?? 0)) / sessionsOfAll : 0,
      rage: reading && (signal?.rage ?? 0),
      hoverMs: reading && (signal?.hoverMs ?? 0),
      change: second && per(other?.clicks, second.views) - per(one?.clicks, first.views),
    };
  });
  return rows.toSorted((a, b) => Math.abs(b.change ?? 0) - Math.abs(a.change ?? 0) || b.clicks - a.clicks);
}

const per = (clicks: number | undefined, views: number): number => (views > 0 ? (1_000 * (clicks ?? 0)) / views : 0);

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
