import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import type { LogUI } from '../src/facades/logui/log-ui.ts';
import type { LogUIConfig } from '../src/facades/logui/logui-config.ts';
import { browserStage } from './browser-stage.ts';
import type { Arrived } from './collector.ts';

declare global {
  interface Window {
    LogUI?: LogUI;
  }
}

/** The browser events that LogUI records by itself, all off. */
export const QUIET = { contextMenu: false, pageFocus: false, URLChanges: false, trackCursor: false, pageResize: false };

/** A stage for pages that load LogUI; no page of it throws, and no number is missing. */
export function loguiStage() {
  const stage = browserStage({ viewport: { width: 900, height: 700 } });
  const thrown: string[] = [];
  beforeEach(() => void thrown.splice(0));
  afterEach(() => {
    expect(thrown).toEqual([]);
    expect(stage.collector.gaps()).toEqual([]);
  });

  const visit = async (): Promise<Page> => {
    const page = await stage.context.newPage();
    // Firefox says so of any answer to a request that is no XML.
    page.on('pageerror', (error) => error.message.startsWith('XML Parsing Error') || thrown.push(String(error)));
    await page.goto(`${stage.collector.url()}/logui.html`);
    await page.mouse.move(880, 10);
    return page;
  };
  const configOf = (trackingConfiguration: LogUIConfig['trackingConfiguration'], more: Partial<LogUIConfig> = {}): LogUIConfig => ({
    logUIConfiguration: {
      endpoint: `${stage.collector.url().replace('http', 'ws')}/ws/endpoint/`,
      authorisationToken: 'sl_test',
      ...more.logUIConfiguration,
    },
    applicationSpecificData: { userID: 7 },
    trackingConfiguration,
    browserEvents: more.browserEvents ?? QUIET,
  });
  const start = (page: Page, config: LogUIConfig) => page.evaluate((given) => window.LogUI?.init(given), config);
  const ends = async (page: Page): Promise<Arrived[]> => {
    await page.evaluate(() => window.LogUI?.stop());
    await vi.waitFor(() => expect(stage.collector.named('stopped')).toHaveLength(1), { timeout: 30_000, interval: 30 });
    return stage.collector.events();
  };
  const interactions = async (page: Page) => ofType(await ends(page), 'interactionEvent');

  return {
    /** Opens the page, which has not called LogUI yet. */
    visit,
    configOf,
    start,
    /** Opens the page and begins to log. */
    async track(groups: LogUIConfig['trackingConfiguration'], more?: Partial<LogUIConfig>): Promise<Page> {
      const page = await visit();
      await start(page, configOf(groups, more));
      return page;
    },
    /** Stops LogUI and waits for everything it logged. */
    ends,
    /** The same, of the elements' events alone. */
    interactions,
    get collector() {
      return stage.collector;
    },
    /** What pages threw so far that belongs to the test, from then on no fault. */
    expectThrown(part: string): void {
      const [meant, others] = [thrown.filter((error) => error.includes(part)), thrown.filter((error) => !error.includes(part))];
      expect(meant).not.toEqual([]);
      thrown.splice(0, thrown.length, ...others);
    },
  };
}

/** The events of a type. */
export const ofType = (events: Arrived[], type: string): Arrived[] => events.filter(({ eventType }) => eventType === type);

/** Events' details. */
export const detailsOf = (events: Arrived[]): Arrived['details'][] => events.map(({ details }) => details);

/** A request for metadata that is named after what it asks. */
export const ask = (sourcer: string, lookFor: string, more = {}) => ({ nameForLog: `${sourcer} ${lookFor}`, sourcer, lookFor, ...more });
