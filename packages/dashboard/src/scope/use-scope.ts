import { useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { useApi } from '../api-context.ts';
import { applicationsQuery } from '../data/applications.ts';
import { readScope, resolveScope, type Scope, type ScopeSearch } from './scope.ts';

/** The application, flight and time range that the URL says, and the way to choose others on the same page. */
export function useScope(): Scope & { choose: (change: ScopeSearch) => void } {
  const { data } = useSuspenseQuery(applicationsQuery(useApi()));
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const scope = useMemo(() => resolveScope(data.applications, readScope(search)), [data, search]);
  const choose = useCallback(
    (change: ScopeSearch) => void navigate({ to: '.', search: (before) => ({ ...before, ...change }), replace: false }),
    [navigate],
  );
  return { ...scope, choose };
}
