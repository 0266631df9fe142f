import type { Handler } from '../../handlers/handler.ts';
import { announce } from '../../page/announce.ts';
import { isSelector } from '../../page/is-selector.ts';
import { keptTexts } from '../../page/kept-texts.ts';
import { loadMore } from '../../page/load-more.ts';
import { runningOn } from '../../page/running.ts';
import { createConsent } from '../../privacy/consent.ts';
import type { CustomSourcer } from '../../sourcers/custom-sourcer.ts';
import { MORE_SOURCERS, sourcers as builtInSourcers } from '../../sourcers/index.ts';
import { TRACKER_VERSION } from '../../version.ts';
import { beginRun, type Run } from './begin-run.ts';
import { copyOf } from './copy-of.ts';
import { findingsOf } from './findings-of.ts';
import type { LogUI } from './log-ui.ts';
import { nearestOf } from './nearest-of.ts';
import { needsMore } from './needs-more.ts';
import { isPlain, named } from './shape.ts';
import { SESSION_KEY } from './tab-session.ts';
import { withFlight } from './with-flight.ts';

export interface LogUIDeps {
  window: Window & typeof globalThis;
  /** The folder that add-ons come from. */
  scripts: string;
  buildDate: string;
  /** What the script tag says: the settings of the flight that the script was made for. */
  given: DOMStringMap;
}

/** LogUI's API over the tracker. */
export function createLogUI({ window, scripts, buildDate, given }: LogUIDeps): LogUI {
  const running = runningOn<unknown>(window);
  const kept = keptTexts(() => window.sessionStorage);
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
      run = beginRun({
        window,
        scripts,
        given,
        config,
        more: typeof more === 'string' ? undefined : more,
        handlers,
        sourcers,
        warn: running.warn,
        refused,
      });
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
    grant: () =>
      createConsent(
        keptTexts(() => window.localStorage),
        true,
      ).set(true, []),
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
