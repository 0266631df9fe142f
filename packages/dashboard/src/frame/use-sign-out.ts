import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useApi } from '../api-context.ts';

/** Ends the session here and on the server, and forgets everything that was shown. */
export function useSignOut(): () => void {
  const api = useApi();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const leave = useMutation({
    mutationFn: api.signOut,
    // Where the server is silent the banner says so, and the cookie stays: better than to claim a sign-out that did not happen.
    onSuccess: async () => {
      queries.removeQueries({ queryKey: ['me'] });
      await navigate({ to: '/sign-in' });
      queries.clear();
    },
  });
  return () => leave.mutate();
}
