import type { Page } from './page.ts';

/** What can follow an action in a page, and be seen by a script. */
export type Effect = 'mutation' | 'navigation' | 'network' | 'input' | 'focus' | 'scroll' | 'selection' | 'media' | 'visibility';

export interface EffectWatch {
  /** Watches what is only seen by looking, changes of the DOM and requests, until it is told to rest; `roots` are shadow roots beside those known. */
  look(roots: readonly ShadowRoot[]): void;
  rest(): void;
  stop(): void;
}

/** Our own requests follow from nothing that the visitor did. */
const OWN = /\/v1\/(collect|settings)|\/sightline[^/]*\.js$|\/ws\/endpoint/;
const MEDIA = ['play', 'pause', 'seeking', 'volumechange', 'ratechange'];

/** Tells what happens in the page, by kind and with its time, the element where that matters. */
export function watchEffects(page: Page, happened: (effect: Effect, at: number, target?: EventTarget | null) => void): EffectWatch {
  const { window, on, onAddress, guard, monotonic } = page;
  const { document, MutationObserver, PerformanceObserver } = window;
  const known = new Set<WeakRef<ShadowRoot>>();
  let looking = false;

  const listen = (effect: Effect, types: readonly string[], target?: EventTarget) => {
    for (const type of types) {
      on(type as keyof WindowEventMap, (event) => happened(effect, event.timeStamp, event.composedPath()[0]), target);
    }
  };
  listen('scroll', ['scroll']);
  listen('focus', ['focusin']);
  listen('input', ['input', 'change']);
  listen('media', MEDIA);
  listen('selection', ['selectionchange'], document);
  listen('visibility', ['visibilitychange'], document);
  for (const type of ['focus', 'blur'] as const) {
    on(type, ({ target, timeStamp }) => target === window && happened('visibility', timeStamp));
  }
  on('pagehide', ({ timeStamp }) => happened('navigation', timeStamp));
  onAddress(() => happened('navigation', monotonic()));

  const mutations = new MutationObserver(guard(() => happened('mutation', monotonic())));
  const requests = new PerformanceObserver(
    guard((list: PerformanceObserverEntryList) => {
      for (const { name, startTime } of list.getEntries()) if (!OWN.test(name)) happened('network', startTime);
    }),
  );
  const observe = (root: Node) => mutations.observe(root, { childList: true, subtree: true, attributes: true, characterData: true });

  const rest = () => {
    if (!looking) return;
    looking = false;
    mutations.disconnect();
    requests.disconnect();
  };
  return {
    look(roots) {
      for (const root of roots) if (![...known].some((one) => one.deref() === root)) known.add(new WeakRef(root));
      if (!looking) {
        observe(document);
        requests.observe({ entryTypes: ['resource'] });
        for (const one of known) {
          const root = one.deref();
          if (root) observe(root);
          else known.delete(one);
        }
      } else for (const root of roots) observe(root);
      looking = true;
    },
    rest,
    stop: rest,
  };
}
