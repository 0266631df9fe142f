import type { TabId } from '@sightline/protocol';
import { eventPattern } from '../event-pattern.ts';
import type { MeasuredEvent, Sees } from '../metric.ts';
import { pageVisits, type PageVisit } from '../pages/page-visits.ts';
import { VISIBLE_SEES, visibleReading } from '../pages/visible-reading.ts';
import { resultClick, searchSees, type ResultClick, type SearchRule } from './search-reading.ts';

/** How long a clicked result was read, by three measures that differ. */
export interface ClickDwell {
  at: number;
  rank: number | null;
  document: string | null;
  /** To the next search event of the session: what a server sees. */
  serverMs: number | null;
  /** Visible time of the landing page. */
  clientMs: number | null;
  /** To the return to the results, whatever was visited on the way. */
  trailMs: number | null;
}

export type DwellRule = SearchRule & {
  /** A page view that begins this soon after the click is its landing page. */
  landWithinMs: number;
};

export const LAND_WITHIN_MS = 10_000;

export const dwellSees = (rule: DwellRule): Sees => ({
  // A page that nobody was seen to leave ends with its last event, whatever that is.
  '*': [],
  ...searchSees(rule),
  ...VISIBLE_SEES,
  pageView: ['url'],
  pageLeft: [],
});

type Visit = PageVisit<{ lastAt: number }>;

/** Reads the three dwell times of every click on a result. */
export function clickDwells(rule: DwellRule): { see(event: MeasuredEvent): void; dwells(): ClickDwell[] } {
  const isSearch = eventPattern([...rule.query, ...rule.painted, ...rule.click]);
  const clicks = eventPattern(rule.click);
  const visible = visibleReading();
  const visits = pageVisits(() => ({ lastAt: 0 }));
  const searches: number[] = [];
  const seen: { click: ResultClick; page: Visit | undefined; searchIndex: number }[] = [];

  const landingOf = ({ at, tab }: ResultClick, page: Visit | undefined): Visit | undefined =>
    visits
      .all()
      .find(
        (visit) =>
          visit !== page && visit.at >= at && visit.at - at <= rule.landWithinMs && (visit.tab === tab || isFirst(visits.all(), visit)),
      );
  const returnOf = ({ at, tab }: ResultClick, page: Visit | undefined, nextSearchAt: number | undefined): number | undefined => {
    const back = page && visits.all().find((visit) => visit.at > at && visit.tab === tab && visit.url === page.url && visit !== page);
    return least(back?.at, nextSearchAt);
  };

  return {
    see(event) {
      visible.see(event);
      const open = visits.of(event.tab);
      if (open) open.kept.lastAt = event.at;
      if (visits.see(event) || !isSearch(event)) return;
      if (clicks(event)) seen.push({ click: resultClick(event, rule), page: visits.of(event.tab), searchIndex: searches.length });
      searches.push(event.at);
    },
    dwells: () =>
      seen.map(({ click, page, searchIndex }) => {
        const nextSearchAt = searches[searchIndex + 1];
        const landing = landingOf(click, page);
        const returnAt = returnOf(click, page, nextSearchAt);
        return {
          at: click.at,
          rank: click.rank,
          document: click.document,
          serverMs: nextSearchAt === undefined ? null : nextSearchAt - click.at,
          clientMs: landing
            ? visible.msWithin(landing.tab, { from: landing.at, to: landing.leftAt ?? Math.max(landing.at, landing.kept.lastAt) })
            : null,
          trailMs: returnAt === undefined ? null : returnAt - click.at,
        };
      }),
  };
}

/** A result may open in a tab of its own. */
const isFirst = (all: readonly { tab: TabId }[], visit: { tab: TabId }): boolean => all.find(({ tab }) => tab === visit.tab) === visit;

const least = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined ? b : b === undefined ? a : Math.min(a, b);
