import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { readHeatSearch, type HeatSearch } from './heat-search.ts';

const route = getRouteApi('/app/heatmaps');

/** What the URL says of the map, and the way to another. */
export function useHeatSearch(): { shown: HeatSearch; show: (change: HeatSearch) => void } {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const shown = useMemo(() => readHeatSearch({ ...search }), [search]);
  const show = useCallback(
    (change: HeatSearch) => void navigate({ search: (before) => ({ ...before, ...change }), replace: true }),
    [navigate],
  );
  return { shown, show };
}
