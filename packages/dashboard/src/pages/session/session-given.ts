import type { FeedState } from '../../data/event-feed.ts';
import type { EventFiltersProps } from '../../session/event-filters.tsx';
import type { SessionSearch } from '../../session/session-search.ts';
import type { ShownEvents } from '../../session/use-shown-events.ts';

/** What both forms of a session's page are given. */
export interface SessionGiven {
  feed: FeedState;
  found: ShownEvents;
  search: SessionSearch;
  onFilter: EventFiltersProps['onChange'];
}
