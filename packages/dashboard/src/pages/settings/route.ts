import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { appRoute } from '../../app-route.tsx';
import { SETTINGS_VIEWS, type SettingsView } from './settings-view.ts';

/** `/flights/:id/settings`: what a flight records. */
export const settingsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/flights/$id/settings',
  validateSearch: (search: Record<string, unknown>): { view?: SettingsView } => {
    const view = SETTINGS_VIEWS.find((each) => each === search.view);
    return view === undefined ? {} : { view };
  },
  component: lazyRouteComponent(() => import('./page.tsx'), 'SettingsPage'),
});
