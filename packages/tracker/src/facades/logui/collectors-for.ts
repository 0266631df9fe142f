import { clipboard } from '../../collectors/clipboard.ts';
import type { Collector } from '../../collectors/collector.ts';
import { contextMenu } from '../../collectors/context-menu.ts';
import { cursor } from '../../collectors/cursor.ts';
import { declaredEvents } from '../../collectors/declared-events.ts';
import { networkFailures } from '../../collectors/network-failures.ts';
import { pageErrors } from '../../collectors/page-errors.ts';
import { pageFocus } from '../../collectors/page-focus.ts';
import { pageLeft } from '../../collectors/page-left.ts';
import { pageScroll } from '../../collectors/page-scroll.ts';
import { pageTitle } from '../../collectors/page-title.ts';
import { pageViews } from '../../collectors/page-views.ts';
import { urlChanges } from '../../collectors/url-changes.ts';
import { viewport } from '../../collectors/viewport.ts';
import { visibility } from '../../collectors/visibility.ts';
import { webVitals } from '../../collectors/web-vitals.ts';
import { zoom } from '../../collectors/zoom.ts';
import type { BrowserEvents, LogUIConfig } from './logui-config.ts';

/** LogUI's measure. */
const CURSOR_EVERY_MS = 200;

/** The collectors that a configuration switches on; `scripts` is the folder that add-ons come from. */
export function collectorsFor({ logUIConfiguration, browserEvents }: LogUIConfig, scripts: string): Collector[] {
  const given: BrowserEvents = { ...logUIConfiguration.browserEvents, ...browserEvents };
  const everyMs = given.cursorUpdateFrequency ?? CURSOR_EVERY_MS;
  const listed: [boolean, ...Collector[]][] = [
    [given.pageViews ?? false, pageViews, pageLeft],
    [given.contextMenu ?? true, contextMenu],
    [given.pageFocus ?? true, pageFocus],
    [given.URLChanges ?? true, urlChanges],
    [given.trackCursor ?? true, cursor({ everyMs, leaving: given.cursorLeavingPage ?? true, coalesced: given.cursorCoalesced ?? false })],
    [given.pageResize ?? true, viewport],
    [given.visibility ?? false, visibility],
    [given.pageScroll ?? false, pageScroll],
    [given.pageZoom ?? false, zoom],
    [given.pageTitle ?? false, pageTitle],
    [given.clipboard ?? false, clipboard],
    [given.errors ?? false, pageErrors],
    [given.networkFailures ?? false, networkFailures],
    [given.webVitals ?? false, webVitals(new URL('sightline-vitals.js', scripts).href)],
    // The page asked for these in its HTML.
    [true, declaredEvents],
  ];
  return listed.flatMap(([on, ...collectors]) => (on ? collectors : []));
}
