import type { RecordedTab, StoredEvent } from '@sightline/protocol';
import { lastUntil } from './use-current-event.ts';

/** What stood in the browser's title and address bar. */
export interface ShownPage {
  title: string;
  address: string;
}

/** The page that a tab showed at a moment: from its events, else from what the recording knows of addresses. */
export function shownPage(events: readonly StoredEvent[], tab: RecordedTab | undefined, at: number): ShownPage {
  const page: ShownPage = { title: '', address: '' };
  for (let index = lastUntil(events, at); index >= 0 && !(page.title && page.address); index -= 1) {
    const event = events[index];
    if (!event || event.tab !== tab?.tab) continue;
    page.address ||= event.url;
    if (event.name === 'pageView' || event.name === 'titleChange') page.title ||= textOf(event.details.title);
    if (event.name === 'pageView') break;
  }
  const views = tab?.views.filter(({ url }) => url !== '') ?? [];
  page.address ||= views[lastUntil(views, at)]?.url ?? views[0]?.url ?? '';
  return page;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
