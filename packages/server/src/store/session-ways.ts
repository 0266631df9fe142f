import { IS_NATIVE_CLICK, IS_VIEW } from './event-kinds.ts';

/** What is known of a session's way: its landmarks in order, an array for each of what they have, and where it came from. */
export const WAY_COLUMNS = ['cameFrom', 'wayNames', 'wayPages', 'wayTitles', 'wayLocated', 'wayAt', 'wayStayMs', 'wayIsView'] as const;
export type WayColumn = (typeof WAY_COLUMNS)[number];

/** What is known of its native clients' clicks, in order; `clickPlaces` is how many landmarks of the way come before each. */
export const CLICK_COLUMNS = ['clickNames', 'clickPaths', 'clickAt', 'clickPlaces'] as const;
export type ClickColumn = (typeof CLICK_COLUMNS)[number];

/**
 * A table of sessions' ways; `which` is a condition on flight and session. Foreign clients tell no landmarks, so all that they tell is on the way.
 * A page view's stay ends with its tab's next one, or with the tab. Clicks are left out where they are not wanted: there are as many as landmarks.
 */
export const sessionWays = (which: string, { withClicks }: { withClicks: boolean }): string => `(
  SELECT session, arraySort(groupArray((at, tab, sequence, name, page, title, located, isView, stayMs, host, referrerHost, path, isClick))) AS all,
    ${withClicks ? 'arrayFilter(each -> NOT each.13, all)' : 'all'} AS way,
    ${texts('way.4')} AS wayNames, ${texts('way.5')} AS wayPages, ${texts('way.6')} AS wayTitles, way.7 AS wayLocated, way.1 AS wayAt, way.9 AS wayStayMs, way.8 AS wayIsView,
    arrayFirst(each -> each.4 = 'pageView', way) AS first, CAST(if(first.10 = first.11, '', toString(first.11)) AS LowCardinality(String)) AS cameFrom${withClicks ? CLICKS : ''}
  FROM (
    SELECT *, if(name = 'pageView', greatest(if(nextAt > 0, nextAt, tabLastAt) - at, 0), 0) AS stayMs
    FROM (
      SELECT *, leadInFrame(at) OVER (PARTITION BY session, tab, name = 'pageView' ORDER BY at, sequence ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) AS nextAt
      FROM (
        SELECT session, tab, sequence, at, name, page, if(name = 'pageView', title, '') AS title, located, ${IS_VIEW} AS isView, host,
          if(name = 'pageView', referrerHost, '') AS referrerHost, path, ${withClicks ? IS_NATIVE_CLICK : 'false'} AS isClick
        FROM events FINAL PREWHERE ${which} AND (isLandmark OR dialect != 'native'${withClicks ? ` OR ${IS_NATIVE_CLICK}` : ''}))
    ) AS seen
    LEFT JOIN (SELECT session, tab, max(lastAt) AS tabLastAt FROM tabs WHERE ${which} GROUP BY session, tab) AS ended USING (session, tab)
  ) GROUP BY session)`;

/** In the type that they are kept in: what is kept and what is put together stand in one table. */
const texts = (column: string) => `CAST(${column} AS Array(LowCardinality(String)))`;

const CLICKS = `,
    arrayFilter(each -> each.13, all) AS clicked, ${texts('clicked.4')} AS clickNames, ${texts('clicked.12')} AS clickPaths, clicked.1 AS clickAt,
    arrayFilter((place, each) -> each.13, arrayMap(place -> toUInt32(place), arrayCumSum(each -> NOT each.13, all)), all) AS clickPlaces`;
