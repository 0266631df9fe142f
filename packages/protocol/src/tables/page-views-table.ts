import { pageViewDetails } from '../events/page-view.ts';
import { PageViewIdSchema, SessionIdSchema, TabIdSchema } from '../ids.ts';
import { column, columnOf } from './column.ts';
import type { ExportTable } from './table.ts';

const dwell = (name: string, meaning: string) => column(name, 'number', meaning, { unit: 'ms', nullable: true });

/** Page views with how long each was open and seen. */
export const pageViewsTable: ExportTable = {
  name: 'page_views',
  meaning: 'One page view: a document, or a route of a single-page application.',
  key: ['session', 'at', 'tab', 'sequence'],
  columns: [
    columnOf('session', SessionIdSchema),
    columnOf('tab', TabIdSchema),
    column('sequence', 'integer', 'Position of its `pageView` event in the tab.'),
    columnOf('pageView', PageViewIdSchema, { nullable: true }),
    column('at', 'instant', 'When it began.'),
    column('url', 'text', 'Address of the page.'),
    columnOf('title', pageViewDetails.properties.title, {
      nullable: true,
      meaning: 'The document’s title as it was then; empty where it was not recorded.',
    }),
    columnOf('referrer', pageViewDetails.properties.referrer, {
      nullable: true,
      meaning: 'Address of the page before; empty where there was none, or it was not told.',
    }),
    columnOf('cause', pageViewDetails.properties.cause, { nullable: true }),
    dwell('openMs', 'How long its tab was open on it (presence, the union over its intervals); empty where nothing tells.'),
    dwell('visibleMs', 'How long it was visible; empty where nothing tells.'),
    dwell('focusedMs', 'How long it had the focus; empty where nothing tells.'),
    dwell('activeMs', 'How long the visitor was active on it; empty where nothing tells.'),
  ],
};
