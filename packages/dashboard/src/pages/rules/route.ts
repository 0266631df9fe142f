import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { appRoute } from '../../app-route.tsx';

/** `/rules`: events that are worked out afterwards. */
export const rulesRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/rules',
  component: lazyRouteComponent(() => import('./page.tsx'), 'RulesPage'),
});
