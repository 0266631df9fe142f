import { useQueryClient } from '@tanstack/react-query';
import { useApi } from '../../api-context.ts';
import { applicationsQuery } from '../../data/applications.ts';

/** Creates applications and flights, and shows them once the server has them. */
export function useCreate() {
  const api = useApi();
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries({ queryKey: applicationsQuery(api).queryKey });
  return {
    application: async (name: string) => {
      const made = await api.createApplication({ name });
      await refresh();
      return made;
    },
    flight: async (application: string, name: string) => {
      const made = await api.createFlight(application, { name });
      await refresh();
      return made;
    },
  };
}
