import { useQuery } from '@tanstack/react-query';
import type { HeatPoints, HeatReading, PointKind } from '@sightline/protocol';
import { useMemo } from 'react';
import { useApi } from '../api-context.ts';
import { heatPointsQuery, heatReadingQuery, type HeatScopes } from '../data/heat.ts';
import { bandDensity } from './band-density.ts';
import { density, type Density } from './density.ts';
import type { MapKind } from './map-kind.ts';
import { placeElements, placePixels, type Placed } from './place-points.ts';
import type { Surface } from './surface.ts';

/** Fine enough that nobody sees cells under a spot of 42 px. */
const CELL_PX = 4;
/** Full width at half height: 42 px. */
const SIGMA_PX = 18;

/** One group's map, in the units of its legend. */
export interface Layer {
  density: Density;
  points: HeatPoints | undefined;
  placed: Placed | undefined;
  reading: HeatReading | undefined;
  pending: boolean;
  failure: Error | null;
}

export interface LayerOptions {
  /** The group, or the two that are compared, which are asked for at once. */
  scopes: HeatScopes;
  /** Which of them the map is of. */
  place: 0 | 1;
  path: string;
  kind: MapKind;
  /** Places within elements; only on a recorded page. */
  anchored: boolean;
}

/** Reads one group's map and lays it on the page shown. */
export function useLayer({ scopes, place, path, kind, anchored }: LayerOptions, surface: Surface): Layer {
  const api = useApi();
  const isBands = kind === 'scroll' || kind === 'attention';
  const pointKind: PointKind = isBands ? 'click' : kind;
  const points = useQuery({
    ...heatPointsQuery(api, scopes, { path, kind: pointKind, anchored }),
    select: (both) => (place === 0 ? both : both.against),
    enabled: !isBands,
  });
  const reading = useQuery({ ...heatReadingQuery(api, scopes[place] ?? scopes[0], path), enabled: isBands });
  const placed = useMemo(
    () => (isBands || !points.data ? undefined : anchored ? placeElements(points.data, surface.boxOf) : placePixels(points.data)),
    [isBands, points.data, anchored, surface],
  );
  const map = useMemo(() => {
    if (isBands && reading.data) {
      const { reached, seconds, viewsKnown, views } = reading.data;
      return kind === 'scroll' ? bandDensity(reached, viewsKnown) : bandDensity(seconds, views);
    }
    const per = points.data && points.data.views > 0 ? (points.data.unit === 'ms' ? 1 : 1_000) / points.data.views : 0;
    const spots = (placed?.spots ?? []).map(({ x, y, amount }) => ({ x, y, amount: amount * per }));
    return density(spots, { width: surface.width, height: surface.height, cellPx: CELL_PX, sigmaPx: SIGMA_PX });
  }, [isBands, kind, reading.data, points.data, placed, surface]);
  const asked = isBands ? reading : points;
  return {
    density: map,
    points: isBands ? undefined : points.data,
    placed,
    reading: isBands ? reading.data : undefined,
    pending: asked.isPending,
    failure: asked.error,
  };
}
