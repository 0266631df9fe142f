import { presenceTime } from './presence/presence-time.ts';

/** Time in which a visible tab had the focus. */
export const focusedTime = presenceTime({
  level: 'focused',
  name: 'focused_time',
  title: 'Focused time',
  definition:
    'Length of the union over tabs of the time in which the document was visible and had the focus; derived: between the page’s own focus events.',
  source: 'Page Visibility and document.hasFocus().',
});
