import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { SavedView, SavedViewChange, ViewSearch } from '@sightline/protocol';
import { useState } from 'react';
import { useApi } from '../../../api-context.ts';

const PAGE = 'sessions';

/** The application's views of the session list, and what can be done with them. */
export function useViews(application: string) {
  const api = useApi();
  const queries = useQueryClient();
  const queryKey = ['views', application];
  const { data, error } = useQuery({ queryKey, queryFn: ({ signal }) => api.savedViews(application, signal), staleTime: 30_000 });
  const [removed, setRemoved] = useState<SavedView>();
  const changed = () => queries.invalidateQueries({ queryKey });
  const save = useMutation({
    mutationFn: (view: { name: string; search: ViewSearch }) => api.saveView(application, { page: PAGE, ...view }),
    onSuccess: changed,
  });
  const change = useMutation({
    mutationFn: ({ id, ...to }: SavedViewChange & { id: string }) => api.changeView(id, to),
    onSuccess: changed,
  });
  const remove = useMutation({
    mutationFn: ({ id }: SavedView) => api.removeView(id),
    onSuccess(view) {
      setRemoved(view);
      return changed();
    },
  });
  const restore = useMutation({
    mutationFn: ({ id }: SavedView) => api.restoreView(id),
    onSuccess() {
      setRemoved(undefined);
      return changed();
    },
  });
  return {
    views: (data?.views ?? []).filter(({ page }) => page === PAGE),
    unread: data ? null : error,
    failure: save.error ?? change.error ?? remove.error ?? restore.error,
    removed,
    save: save.mutateAsync,
    change: change.mutateAsync,
    remove: remove.mutate,
    restore: restore.mutate,
  };
}

export type UsedViews = ReturnType<typeof useViews>;
