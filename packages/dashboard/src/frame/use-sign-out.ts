import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useApi } from '../api-context.ts';

/** Ends the session here and on the server, and forgets everything that was shown. */
export function useSignOut(): () => void {
  const api = useApi();
  const queries = useQueryClient();
  const navigate = useNavigate();
  return () => {
    const leave = async () => {
      await api.signOut();
      queries.removeQueries({ queryKey: ['me'] });
      await navigate({ to: '/sign-in' });
      queries.clear();
    };
    // Where the server cannot be reached the banner says so, and the cookie stays: better than to claim a sign-out that did not happen.
    leave().catch(() => undefined);
  };
}
