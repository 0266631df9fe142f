import type { NewSavedView, SavedView, SavedViewChange, SavedViews } from '@sightline/protocol';
import type { Caller } from '../caller.ts';

const id = encodeURIComponent;

/** Views that an application's people share. */
export const views = ({ get, send }: Caller) => ({
  savedViews: (application: string, signal?: AbortSignal) => get<SavedViews>(`/applications/${id(application)}/views`, signal),
  saveView: (application: string, view: NewSavedView) => send<SavedView>('POST', `/applications/${id(application)}/views`, view),
  changeView: (view: string, change: SavedViewChange) => send<SavedView>('PATCH', `/views/${id(view)}`, change),
  removeView: (view: string) => send<SavedView>('DELETE', `/views/${id(view)}`),
  restoreView: (view: string) => send<SavedView>('POST', `/views/${id(view)}/restore`),
});
