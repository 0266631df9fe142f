import { heldLocks, type HeldLocks } from './held-locks.ts';
import { keptTexts, type KeptTexts } from './kept-texts.ts';
import { createListening, type Listening } from './listening.ts';
import { postLast } from './post-last.ts';
import { randomUuid } from './random-uuid.ts';
import { warn } from './running.ts';
import { timeZone } from './time-zone.ts';
import { watchAddress } from './address-changes.ts';

/** All that the tracker knows and does of the browser. */
export interface Page extends Listening {
  /** For the other files of `page/`. */
  window: Window & typeof globalThis;
  local: KeptTexts;
  session: KeptTexts;
  locks: HeldLocks;
  /** Hands a text over to a server as the page goes. */
  postLast(url: string, text: string): void;
  /** True inside a frame: a tab's storage belongs to its top document. */
  framed: boolean;
  /** Milliseconds since 1970 on the wall clock. */
  wall(): number;
  /** Milliseconds since `origin` on the clock of `event.timeStamp`. */
  monotonic(): number;
  origin: number;
  uuid<Id extends string>(): Id;
  url(): string;
  title(): string;
  referrer(): string;
  pageOrigin: string;
  /** The visitor’s offset from UTC, minutes east. */
  offsetMinutes(): number;
  onAddress(changed: () => void): void;
  onVisibility(changed: (visible: boolean) => void): void;
  /** Runs now, or as a prerendered page is first shown. */
  onceShown(task: () => void): void;
  surroundings(): Surroundings;
  warn(message: string): void;
}

/** What the visitor sees the page with. */
export interface Surroundings {
  browserAgentString: string;
  screenResolution: { width: number; height: number; depth: number };
  viewportResolution: { width: number; height: number };
  pixelRatio: number;
  language: string;
  timeZone: string;
}

/** The page of a window; `report` hears what our own code throws, instead of the host page. */
export function createPage(window: Window & typeof globalThis, report: (error: unknown) => void): Page {
  const { document, navigator, performance, screen } = window;
  const listening = createListening(window, report);
  return {
    ...listening,
    window,
    local: keptTexts(() => window.localStorage),
    session: keptTexts(() => window.sessionStorage),
    locks: heldLocks(navigator.locks),
    postLast: (url, text) => postLast(window, url, text),
    framed: window.parent !== window,
    wall: () => Date.now(),
    monotonic: () => performance.now(),
    origin: performance.timeOrigin,
    uuid: <Id extends string>() => randomUuid(window.crypto) as Id,
    url: () => window.location.href,
    title: () => document.title,
    referrer: () => document.referrer,
    pageOrigin: window.origin,
    offsetMinutes: () => -new Date().getTimezoneOffset(),
    onVisibility: (changed) =>
      listening.on('visibilitychange' as keyof WindowEventMap, () => changed(document.visibilityState === 'visible'), document),
    onceShown(task) {
      const { prerendering } = document as Document & { prerendering?: boolean };
      if (prerendering) listening.on('prerenderingchange' as keyof WindowEventMap, task, document);
      else task();
    },
    onAddress: (changed) => watchAddress(window, listening, changed),
    surroundings: () => ({
      browserAgentString: navigator.userAgent,
      screenResolution: { width: screen.width, height: screen.height, depth: screen.colorDepth },
      viewportResolution: { width: window.innerWidth, height: window.innerHeight },
      pixelRatio: window.devicePixelRatio,
      language: navigator.language,
      // Costs something: only for who wants it.
      get timeZone() {
        return timeZone(window);
      },
    }),
    warn: (message) => warn(window, message),
  };
}
