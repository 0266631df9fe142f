import type { More } from '../../addons/more.ts';
import type { AddOn } from '../../addons/add-on.ts';
import type { Courier } from '../../delivery/delivery.ts';
import type { Handler } from '../../handlers/handler.ts';
import { announce } from '../../page/announce.ts';
import { isSelector } from '../../page/is-selector.ts';
import { loadAddOn } from '../../page/load-add-on.ts';
import { loadMore } from '../../page/load-more.ts';
import { keptTexts } from '../../page/kept-texts.ts';
import { createPage, type Page } from '../../page/page.ts';
import { printEvent } from '../../page/print-event.ts';
import { runningOn } from '../../page/running.ts';
import { createConsent } from '../../privacy/consent.ts';
import { isRefused } from '../../privacy/refusal-of.ts';
import type { Happening, Recorder } from '../../recorder/recorder.ts';
import { safeJson } from '../../recorder/safe-json.ts';
import type { CustomSourcer } from '../../sourcers/custom-sourcer.ts';
import { MORE_SOURCERS, sourcers as builtInSourcers } from '../../sourcers/index.ts';
import { createTracker } from '../../tracker.ts';
import { TRACKER_VERSION } from '../../version.ts';
import { browserEventsOf, collectorsFor } from './collectors-for.ts';
import { findingsOf } from './findings-of.ts';
import { groupTracking } from './group-tracking.ts';
import { lifecycle } from './lifecycle.ts';
import type { LogUIConfig } from './logui-config.ts';
import { nearestOf } from './nearest-of.ts';
import { needsMore } from './needs-more.ts';
import { recorded } from './recorded.ts';
import { socketAddresses } from './socket-addresses.ts';
import { isPlain, named } from './shape.ts';
import { spoken } from './spoken.ts';
import { SESSION_KEY, tabSession } from './tab-session.ts';
import { withFlight } from './with-flight.ts';

export interface LogUIDeps {
  window: Window & typeof globalThis;
  /** The folder that add-ons come from. */
  scripts: string;
  buildDate: string;
  /** What the script tag says: the settings of the flight that the script was made for. */
  given: DOMStringMap;
}

/** `window.LogUI` as pages know it, with run-time registration added. */
export interface LogUI {
  buildVersion: string;
  buildEnvironment: string;
  buildDate: string;
  Config: { sessionData: { getSessionIDKey(): string | null } };
  init(config: LogUIConfig): Promise<boolean>;
  isActive(): boolean;
  stop(): Promise<void>;
  logCustomMessage(details: Record<string, unknown>): void;
  updateApplicationSpecificData(changes: Record<string, unknown>): void;
  deleteApplicationSpecificDataKey(key: string): void;
  clearSessionID(): void;
  /** Remembers that the visitor agreed, where the flight asks for it; before, `init` records nothing. */
  grant(): void;
  /** Makes a handler of the page's own known, for groups to name as their `event`. */
  registerHandler(name: string, handler: Handler): void;
  /** Makes a sourcer of the page's own known, for metadata to name. */
  registerSourcer(name: string, sourcer: CustomSourcer): void;
}

/** What runs between `init` and `stop`. */
interface Run {
  stop(): void;
  /** Events wait where the page is still prerendered. */
  record(task: (recorder: Recorder) => void): void;
  data: Record<string, unknown>;
}

/** LogUI's API over the tracker. */
export function createLogUI({ window, scripts, buildDate, given }: LogUIDeps): LogUI {
  const running = runningOn<unknown>(window);
  const kept = keptTexts(() => window.sessionStorage);
  const local = keptTexts(() => window.localStorage);
  const handlers = new Map<string, Handler>();
  const sourcers = new Map<string, CustomSourcer>();
  let run: Run | undefined;
  /** An `init` that still waits for the add-on. */
  let starting: object | undefined;

  const active = (call: string): Run => {
    if (run) return run;
    throw new Error(`LogUI.${call}: LogUI is not active; call init first`);
  };
  const inactive = (call: string) => {
    if (run || starting) throw new Error(`LogUI.${call}: LogUI is active; call stop first`);
  };
  const ended = () => {
    window.removeEventListener('logUIShutdownRequest', shutDown);
    run = undefined;
    running.set(undefined);
    announce(window, 'logUIStopped');
  };
  const stop = (ending: Run) => {
    ending.stop();
    ended();
  };
  const shutDown = () => run && stop(run);
  const refused = () => {
    if (!run) return;
    // Heard by ourselves as well, were we still listening: there is nothing left to stop.
    window.removeEventListener('logUIShutdownRequest', shutDown);
    announce(window, 'logUIShutdownRequest');
    ended();
  };

  const openPage = (report: (error: unknown) => void) => createPage(window, report);

  const begin = (config: LogUIConfig, more: More | undefined): Run => {
    const data = copyOf(config.applicationSpecificData);
    const waiting: ((recorder: Recorder) => void)[] = [];
    let recorder: Recorder | undefined;
    const opened = (mine: Recorder) => {
      recorder = mine;
      recorder.setData(data);
      waiting.splice(0).forEach((task) => task(mine));
    };
    const agreed = !given.consent || createConsent(local, true).has('interaction');
    if (!agreed)
      running.warn('LogUI.init: nothing is recorded: the flight asks for consent; call LogUI.grant() and init again once it is given');
    if (!agreed || (config.logUIConfiguration.doNotTrack !== 'ignore' && isRefused(window))) {
      // The page’s own calls go on as if they were heard.
      window.setTimeout(() => announce(window, 'logUIStarted'));
      return { stop: () => undefined, record: () => undefined, data };
    }
    const {
      verbose = false,
      dispatcher,
      consoleElement,
      endpoint,
      authorisationToken,
      cookies,
      overrideEqualSpecificity: overrideEqual,
    } = config.logUIConfiguration;
    const print = (title: string, event: unknown) =>
      printEvent(window, title, event, dispatcher === 'console' ? consoleElement : undefined);
    const tell = ({ type, name, details }: Happening) => print(`${type} ${name}`, details);
    const all = [
      lifecycle(opened, given.settingsHash),
      groupTracking({ groups: Object.values(config.trackingConfiguration), cookies, overrideEqual, handlers, sourcers, more }),
      ...collectorsFor(browserEventsOf(config), more),
    ];
    const collectors = [
      ...all,
      ...(dispatcher === 'console' ? [] : [recorded(given, () => loadAddOn<AddOn>(window, scripts, 'recording'), running.warn)]),
      { name: 'announcement', collect: ({ page }: { page: Page }) => void page.after(0, () => announce(window, 'logUIStarted')) },
    ];
    const tracker =
      dispatcher === 'console' && more
        ? more.createPreview({ openPage, collectors, session: tabSession, print: (_, title, event) => print(title, event) })
        : createTracker(
            openPage,
            { token: authorisationToken, settingsHash: given.settingsHash },
            {
              collectors: verbose ? collectors.map((collector) => spoken(collector, tell)) : collectors,
              session: tabSession,
              addresses: socketAddresses(endpoint),
              courier: () => loadAddOn<Courier>(window, scripts, 'delivery'),
              refused,
            },
          );
    return {
      stop: tracker.stop,
      record: (task) => (recorder ? task(recorder) : void waiting.push(task)),
      data,
    };
  };

  const changeData = (changing: Run, data: Record<string, unknown>) => {
    changing.data = data;
    const type = 'applicationSpecificDataUpdated';
    changing.record((recorder) => {
      recorder.setData(data);
      recorder.record({ type: 'statusEvent', name: type, details: { type } });
    });
  };

  return {
    buildVersion: TRACKER_VERSION,
    buildEnvironment: 'production',
    buildDate,
    Config: { sessionData: { getSessionIDKey: () => kept.get(SESSION_KEY) } },

    async init(own) {
      inactive('init');
      const config = withFlight(own, given);
      if (running.get()) throw new Error('LogUI.init: Sightline already records this page; use one of the two scripts');
      const { problems, unknown } = findingsOf(config, {
        ownHandlers: [...handlers.keys()],
        sourcers: [...Object.keys(builtInSourcers), ...Object.keys(MORE_SOURCERS), ...sourcers.keys()],
        isSelector: (selector) => isSelector(window, selector),
      });
      for (const { path, key, known } of unknown)
        running.warn(`${path}: is not known; did you mean ${nearestOf(key, known) ?? known.join(', ')}?`);
      if (problems.length > 0) throw new Error(`LogUI.init: the configuration cannot be used. ${problems.join('; ')}`);
      const start = {};
      starting = start;
      const more = needsMore(config) ? await loadMore(window, scripts).catch(String) : undefined;
      if (starting !== start) throw new Error('LogUI.init: stop was called before LogUI had started');
      starting = undefined;
      if (typeof more === 'string' && config.logUIConfiguration.dispatcher === 'console') throw new Error(`LogUI.init: ${more}`);
      run = begin(config, typeof more === 'string' ? undefined : more);
      running.set(run);
      window.addEventListener('logUIShutdownRequest', shutDown);
      if (typeof more !== 'string') return true;
      running.warn(`${more}: what it holds is not recorded`);
      run.record((recorder) => recorder.record({ type: 'statusEvent', name: 'trackerFailed', details: { message: more } }));
      return true;
    },
    isActive: () => run !== undefined,
    async stop() {
      if (starting) starting = undefined;
      else stop(active('stop'));
    },
    logCustomMessage(details) {
      const { record } = active('logCustomMessage');
      if (!isPlain(details)) throw new Error(`LogUI.logCustomMessage: expected an object, got ${named(details)}`);
      record((recorder) => recorder.record({ type: 'customEvent', name: nameOf(details), details }));
    },
    updateApplicationSpecificData(changes) {
      const changing = active('updateApplicationSpecificData');
      if (!isPlain(changes)) throw new Error(`LogUI.updateApplicationSpecificData: expected an object, got ${named(changes)}`);
      changeData(changing, { ...changing.data, ...copyOf(changes) });
    },
    deleteApplicationSpecificDataKey(key) {
      const changing = active('deleteApplicationSpecificDataKey');
      const { [key]: _, ...data } = changing.data;
      changeData(changing, data);
    },
    clearSessionID() {
      inactive('clearSessionID');
      kept.remove(SESSION_KEY);
    },
    grant: () => createConsent(local, true).set(true, []),
    registerHandler(name, handler) {
      inactive('registerHandler');
      if (!Array.isArray(handler?.browserEvents) || typeof handler.logUIEventCallback !== 'function') {
        throw new Error(
          `LogUI.registerHandler: "${name}": expected an object with browserEvents (a list) and logUIEventCallback (a function)`,
        );
      }
      handlers.set(name, handler);
    },
    registerSourcer(name, sourcer) {
      inactive('registerSourcer');
      const isOne = typeof sourcer === 'function' || typeof sourcer?.getValue === 'function' || typeof sourcer?.getObject === 'function';
      if (!isOne) throw new Error(`LogUI.registerSourcer: "${name}": expected a function, or an object with getValue or getObject`);
      sourcers.set(name, sourcer);
    },
  };
}

/** A page's own message may have any shape; the log needs a name. */
function nameOf({ name, type }: Record<string, unknown>): string {
  const given = name ?? type;
  return typeof given === 'string' && given ? given : 'customEvent';
}

/** What the page changes in its own object later does not reach the log. */
const copyOf = (value: Record<string, unknown>): Record<string, unknown> => JSON.parse(safeJson(value));
