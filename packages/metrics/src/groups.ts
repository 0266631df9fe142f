/** What metrics are about, in the order people read them. */
export const GROUPS = {
  time: 'Time and presence',
  activity: 'Clicks and activity',
  frustration: 'Frustration',
  scroll: 'Scrolling',
  pointer: 'Pointer',
  forms: 'Forms',
  search: 'Search',
  gaze: 'Gaze',
  quality: 'Quality of the data',
} as const;

export type Group = keyof typeof GROUPS;
