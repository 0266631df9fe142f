import type { TabId } from '@sightline/protocol';
import type { MeasuredEvent } from '../metric.ts';
import { givenText } from '../given.ts';

/** One page view of one tab, with what a metric keeps of it. */
export interface PageVisit<Kept> {
  tab: TabId;
  url: string;
  at: number;
  /** When the tab left the page; undefined where nothing tells. */
  leftAt: number | undefined;
  kept: Kept;
}

/** Follows tabs from page view to page view. Events before a tab's first page view belong to none. */
export function pageVisits<Kept>(begin: () => Kept) {
  const all: PageVisit<Kept>[] = [];
  const current = new Map<TabId, PageVisit<Kept>>();
  return {
    /** Takes `pageView` and `pageLeft`; answers whether it was one. */
    see({ tab, name, at, details }: MeasuredEvent): boolean {
      if (name !== 'pageView' && name !== 'pageLeft') return false;
      const open = current.get(tab);
      if (open) open.leftAt ??= at;
      if (name === 'pageLeft') return true;
      const visit = { tab, url: givenText(details, 'url') ?? '', at, leftAt: undefined, kept: begin() };
      current.set(tab, visit);
      all.push(visit);
      return true;
    },
    of: (tab: TabId): PageVisit<Kept> | undefined => current.get(tab),
    all: (): readonly PageVisit<Kept>[] => all,
  };
}
