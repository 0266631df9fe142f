import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { appRoute } from '../../app-route.tsx';

/** `/audit`: who did and saw what. */
export const auditRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/audit',
  validateSearch: (search: Record<string, unknown>): { find?: string } =>
    typeof search.find === 'string' && search.find.trim() !== '' ? { find: search.find.slice(0, 200) } : {},
  component: lazyRouteComponent(() => import('./page.tsx'), 'AuditPage'),
});
