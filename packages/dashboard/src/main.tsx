import { MantineProvider } from '@mantine/core';
import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ApiContext } from './api-context.ts';
import { createClient, Refused } from '@sightline/client';
import { ReachabilityContext } from './frame/reachability-context.ts';
import { PreferencesProvider } from './preferences/preferences-context.tsx';
import { createReachability } from './reachability.ts';
import { createAppRouter } from './routes.ts';
import './ui/styles.css';
import { cssVariables, theme } from './ui/theme.ts';

const reachability = createReachability();
const api = createClient({ fetch: (...request) => fetch(...request), reached: reachability.report });
const queryClient = new QueryClient({
  defaultOptions: {
    // A refusal stays a refusal; only silence is worth asking again.
    queries: { retry: (count, failure) => !(failure instanceof Refused) && count < 2, networkMode: 'always' },
    mutations: { networkMode: 'always' },
  },
  queryCache: new QueryCache({
    onError: (failure) => {
      if (!(failure instanceof Refused) || failure.status !== 401) return;
      queryClient.removeQueries({ queryKey: ['me'] });
      void router.invalidate();
    },
  }),
});
const router = createAppRouter({ api, queryClient });

const root = document.getElementById('root');
if (!root) throw new Error('index.html: expected an element with the id "root", found none');
createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <PreferencesProvider>
        <ApiContext value={api}>
          <ReachabilityContext value={reachability}>
            <QueryClientProvider client={queryClient}>
              <RouterProvider router={router} />
            </QueryClientProvider>
          </ReachabilityContext>
        </ApiContext>
      </PreferencesProvider>
    </MantineProvider>
  </StrictMode>,
);
