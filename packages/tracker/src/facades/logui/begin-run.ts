import type { More } from '../../addons/more.ts';
import type { Collector } from '../../collectors/collector.ts';
import type { Courier } from '../../delivery/delivery.ts';
import type { Handler } from '../../handlers/handler.ts';
import { parsed } from '../../identity/parsed.ts';
import type { Options } from '../../options.ts';
import { announce } from '../../page/announce.ts';
import { keptTexts } from '../../page/kept-texts.ts';
import { loadAddOn } from '../../page/load-add-on.ts';
import { createPage } from '../../page/page.ts';
import { printEvent } from '../../page/print-event.ts';
import { createConsent } from '../../privacy/consent.ts';
import type { CreateGate } from '../../privacy/gate.ts';
import { isRefused } from '../../privacy/refusal-of.ts';
import type { Happening, Recorder } from '../../recorder/recorder.ts';
import type { CustomSourcer } from '../../sourcers/custom-sourcer.ts';
import { createTracker } from '../../tracker.ts';
import { browserEventsOf, collectorsFor } from './collectors-for.ts';
import { copyOf } from './copy-of.ts';
import { flightParts } from './flight-parts.ts';
import { groupTracking } from './group-tracking.ts';
import { lifecycle } from './lifecycle.ts';
import type { LogUIConfig } from './logui-config.ts';
import { socketAddresses } from './socket-addresses.ts';
import { spoken } from './spoken.ts';
import { tabSession } from './tab-session.ts';

/** What runs between `init` and `stop`. */
export interface Run {
  stop(): void;
  /** Events wait where the page is still prerendered. */
  record(task: (recorder: Recorder) => void): void;
  data: Record<string, unknown>;
}

export interface RunDeps {
  window: Window & typeof globalThis;
  /** The folder that add-ons come from. */
  scripts: string;
  /** What the script tag says: the settings of the flight that the script was made for. */
  given: DOMStringMap;
  config: LogUIConfig;
  /** The add-on, where the configuration asks for what is in it. */
  more: More | undefined;
  /** The page's own. */
  handlers: ReadonlyMap<string, Handler>;
  sourcers: ReadonlyMap<string, CustomSourcer>;
  warn(message: string): void;
  /** The server refused this page for good. */
  refused(): void;
}

/** Begins to log as a configuration says that is right. */
export function beginRun({ window, scripts, given, config, more, handlers, sourcers, warn, refused }: RunDeps): Run {
  const { logUIConfiguration, trackingConfiguration } = config;
  const { verbose, dispatcher, consoleElement, endpoint, authorisationToken, cookies, overrideEqualSpecificity, doNotTrack } =
    logUIConfiguration;
  const data = copyOf(config.applicationSpecificData);
  const load = <Part>(name: string) => loadAddOn<Part>(window, scripts, name);
  const isRefusing = doNotTrack !== 'ignore' && isRefused(window);
  if (isRefusing || !isAgreed(window, given, warn)) {
    if (isRefusing) {
      const options = { token: authorisationToken, endpoint: socketAddresses(endpoint).collect.replace('v1/collect', ''), doNotTrack };
      // It counts the refusal where that is asked for, and begins nothing.
      load<CreateGate>('consent').then(
        (create) => create({ window, options, consent: { has: () => false }, running: undefined, begin: () => undefined }),
        warn,
      );
    }
    // The page’s own calls go on as if they were heard.
    window.setTimeout(() => announce(window, 'logUIStarted'));
    return { stop: () => undefined, record: () => undefined, data };
  }

  const waiting: ((recorder: Recorder) => void)[] = [];
  let recorder: Recorder | undefined;
  const opened = (mine: Recorder) => {
    recorder = mine;
    recorder.setData(data);
    waiting.splice(0).forEach((task) => task(mine));
  };
  const openPage = (report: (error: unknown) => void) => createPage(window, report);
  const isPreview = dispatcher === 'console';
  const print = (title: string, event: unknown) => printEvent(window, title, event, isPreview ? consoleElement : undefined);
  const tell = ({ type, name, details }: Happening) => print(`${type} ${name}`, details);
  const asked = browserEventsOf(config);
  const collectors: Collector[] = [
    lifecycle(opened, given.settingsHash),
    groupTracking({
      groups: Object.values(trackingConfiguration),
      cookies,
      overrideEqual: overrideEqualSpecificity,
      handlers,
      sourcers,
      more,
    }),
    ...collectorsFor(asked, given.events, more),
    ...(isPreview ? [] : [flightParts({ given, asked, load, warn })]),
    { collect: ({ page }) => void page.after(0, () => announce(window, 'logUIStarted')) },
  ];
  const { stop } =
    isPreview && more
      ? more.createPreview({ openPage, collectors, session: tabSession, print: (_, title, event) => print(title, event) })
      : createTracker(
          openPage,
          { token: authorisationToken, settingsHash: given.settingsHash, presence: parsed<Options['presence'] & object>(given.presence) },
          {
            collectors: verbose ? collectors.map((collector) => spoken(collector, tell)) : collectors,
            session: tabSession,
            addresses: socketAddresses(endpoint),
            courier: () => load<Courier>('delivery'),
            refused,
          },
        );
  return { stop, record: (task) => (recorder ? task(recorder) : void waiting.push(task)), data };
}

/** Not before the visitor agreed, where the flight asks for that. */
function isAgreed(window: Window & typeof globalThis, { consent }: DOMStringMap, warn: (message: string) => void): boolean {
  const agreed =
    !consent ||
    createConsent(
      keptTexts(() => window.localStorage),
      true,
    ).has('interaction');
  if (!agreed) warn('LogUI.init: the flight asks for consent; call LogUI.grant(), then init');
  return agreed;
}
