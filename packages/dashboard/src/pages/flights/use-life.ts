import type { Application, Applications, Flight } from '@sightline/protocol';
import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { useApi } from '../../api-context.ts';
import { applicationsQuery } from '../../data/applications.ts';

/** The three ways in which an application or flight leaves use and comes back. */
export interface LifeChange {
  archive: UseMutationResult<unknown, Error, boolean>;
  remove: UseMutationResult<Applications, Error, string>;
  restore: UseMutationResult<Applications, Error, void>;
}

/** Changes the life of a flight. */
export function useFlightLife({ id }: Flight): LifeChange {
  const api = useApi();
  return useLife({
    archive: (archived) => api.changeFlight(id, { archived }),
    remove: (name) => api.deleteFlight(id, { name }),
    restore: () => api.restoreFlight(id),
  });
}

/** Changes the life of an application. */
export function useApplicationLife({ id }: Application): LifeChange {
  const api = useApi();
  return useLife({
    archive: (archived) => api.changeApplication(id, { archived }),
    remove: (name) => api.deleteApplication(id, { name }),
    restore: () => api.restoreApplication(id),
  });
}

function useLife({ archive, remove, restore }: LifeCalls): LifeChange {
  const queries = useQueryClient();
  const { queryKey } = applicationsQuery(useApi());
  const onSuccess = async () => {
    await queries.invalidateQueries({ queryKey });
    void queries.invalidateQueries({ queryKey: ['health'] });
  };
  return {
    archive: useMutation({ mutationFn: archive, onSuccess }),
    remove: useMutation({ mutationFn: remove, onSuccess }),
    restore: useMutation({ mutationFn: restore, onSuccess }),
  };
}

interface LifeCalls {
  archive: (archived: boolean) => Promise<unknown>;
  remove: (name: string) => Promise<Applications>;
  restore: () => Promise<Applications>;
}
