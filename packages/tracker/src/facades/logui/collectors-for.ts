import type { More } from '../../addons/more.ts';
import type { Collector } from '../../collectors/collector.ts';
import { contextMenu } from '../../collectors/context-menu.ts';
import { cursor } from '../../collectors/cursor.ts';
import { pageFocus } from '../../collectors/page-focus.ts';
import { urlChanges } from '../../collectors/url-changes.ts';
import { viewport } from '../../collectors/viewport.ts';
import type { BrowserEvents, LogUIConfig } from './logui-config.ts';

/** LogUI's measure. */
const CURSOR_EVERY_MS = 200;

/** The switches of a configuration: those at the top win, key by key. */
export const browserEventsOf = ({ logUIConfiguration, browserEvents }: LogUIConfig): BrowserEvents => ({
  ...logUIConfiguration.browserEvents,
  ...browserEvents,
});

/** The collectors that are switched on: LogUI's own unless switched off or left out by a flight that names its events, those of the add-on where asked for. */
export function collectorsFor(given: BrowserEvents, named: string | undefined, more: More | undefined): Collector[] {
  const usual = (key: string) => named?.split(/[\s,]+/).includes(key) ?? true;
  const {
    trackCursor = usual('trackCursor'),
    cursorUpdateFrequency: everyMs = CURSOR_EVERY_MS,
    cursorLeavingPage: leaving = true,
    cursorCoalesced: coalesced = false,
  } = given;
  const own: Record<string, Collector> = { contextMenu, pageFocus, URLChanges: urlChanges, pageResize: viewport };
  const others = Object.entries(more?.collectors ?? {}).filter(([key]) => !(key in own) && key !== 'trackCursor');
  const on = (key: string, otherwise: boolean) => given[key as keyof BrowserEvents] ?? otherwise;
  return [
    ...Object.keys(own)
      .filter((key) => on(key, usual(key)))
      .flatMap((key) => own[key] ?? []),
    ...(trackCursor ? [cursor({ everyMs, leaving, coalesced })] : []),
    ...others.flatMap(([key, collector]) => (on(key, false) ? [collector] : [])),
  ];
}
