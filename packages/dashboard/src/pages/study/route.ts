import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { PARTICIPANT_STATES } from './participant-states.ts';
import { appRoute } from '../../app-route.tsx';
import { STUDY_VIEWS, type StudySearch } from './study-search.ts';

/** `/study`: who takes part in the flight's study, and how it is run. */
export const studyRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/study',
  validateSearch: (search: Record<string, unknown>): StudySearch => {
    const view = STUDY_VIEWS.find((each) => each === search.view);
    const state = PARTICIPANT_STATES.find((each) => each === search.state);
    return {
      ...(view === undefined || view === 'participants' ? {} : { view }),
      ...(state === undefined ? {} : { state }),
      ...(typeof search.find === 'string' && search.find.trim() !== '' ? { find: search.find } : {}),
      ...(typeof search.open === 'string' && search.open !== '' ? { open: search.open } : {}),
    };
  },
  component: lazyRouteComponent(() => import('./page.tsx'), 'StudyPage'),
});
