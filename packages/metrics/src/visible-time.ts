import { presenceTime } from './presence/presence-time.ts';

/** Time on site: at least one tab was visible. */
export const visibleTime = presenceTime({
  level: 'visible',
  name: 'visible_time',
  title: 'Visible time',
  definition:
    'Length of the union over tabs of the time in which the document’s visibility state was “visible”; underivable where it was not measured.',
  source: 'Page Visibility; time on site over all tabs as in the article on exact time on site.',
});
