import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { readFilter, writeFilter, type Filter } from './filter.ts';

/** The filter that the URL says, and the way to another on the same page. */
export function useFilter(): { filter: Filter; setFilter: (filter: Filter) => void } {
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const written = JSON.stringify(writeFilter(readFilter(search)));
  // The same words mean the same object: queries and effects hang on it.
  const filter = useMemo(() => readFilter(JSON.parse(written) as Record<string, unknown>), [written]);
  const setFilter = useCallback(
    (next: Filter) => void navigate({ to: '.', search: (before) => ({ ...before, ...writeFilter(next) }), replace: true }),
    [navigate],
  );
  return { filter, setFilter };
}
