import type { Group } from '../../handlers/group.ts';

/** Events of the page itself: LogUI's switches, on unless said otherwise, then ours, off unless asked for. */
export interface BrowserEvents {
  contextMenu?: boolean;
  pageFocus?: boolean;
  URLChanges?: boolean;
  trackCursor?: boolean;
  /** Milliseconds; every move where it is 0 or less. */
  cursorUpdateFrequency?: number;
  cursorLeavingPage?: boolean;
  pageResize?: boolean;
  /** Taken and without effect: it made LogUI switch pointer events off while scrolling. */
  eventsWhileScrolling?: boolean;
  /** Taken and without effect, as in LogUI. */
  blockEventBubbling?: boolean;
  cursorCoalesced?: boolean;
  visibility?: boolean;
  pageScroll?: boolean;
  pageZoom?: boolean;
  pageTitle?: boolean;
  clipboard?: boolean;
  errors?: boolean;
  networkFailures?: boolean;
  webVitals?: boolean;
  /** Events that the page declares in its HTML (`data-sightline-event`). */
  declaredEvents?: boolean;
  /** Comings and goings in the fields of forms, never what is entered. */
  formFields?: boolean;
  /** What followed each click on something that looks interactive. */
  clickOutcomes?: boolean;
}

/** The object that `LogUI.init` takes; LogUI's own, with additions. */
export interface LogUIConfig {
  logUIConfiguration: {
    /** Address of the server's WebSocket. */
    endpoint: string;
    authorisationToken: string;
    /** Prints each event to the console; off unless asked for, as events hold people's data. */
    verbose?: boolean;
    /** Whether a later group takes an element over from an equally specific one; on unless said otherwise. */
    overrideEqualSpecificity?: boolean;
    browserEvents?: BrowserEvents;
    /** `console` sends nothing, and shows each event and why it was made. */
    dispatcher?: 'server' | 'console';
    /** What a browser that asks not to track gets: the page goes on as ever, and nothing is recorded, but for `count` that it asked; unless `ignore`. */
    doNotTrack?: 'obey' | 'count' | 'ignore';
    /** CSS of a list that the console dispatcher writes into as well. */
    consoleElement?: string;
    /** Names of the cookies that the sourcer `cookie` may read. */
    cookies?: string[];
    [other: string]: unknown;
  };
  applicationSpecificData: Record<string, unknown>;
  trackingConfiguration: Record<string, Group>;
  /** Wins over the one in `logUIConfiguration`, key by key. */
  browserEvents?: BrowserEvents;
}
