import type { AddOn } from './add-on.ts';
import { clickOutcomes } from '../collectors/click-outcomes.ts';
import { clipboard } from '../collectors/clipboard.ts';
import type { Collector } from '../collectors/collector.ts';
import { contextMenu } from '../collectors/context-menu.ts';
import { cursor } from '../collectors/cursor.ts';
import { declaredEvents } from '../collectors/declared-events.ts';
import { formFields } from '../collectors/form-fields.ts';
import { networkFailures } from '../collectors/network-failures.ts';
import { placeInElement } from '../collectors/place-in-element.ts';
import { pageErrors } from '../collectors/page-errors.ts';
import { pageFocus } from '../collectors/page-focus.ts';
import { pageScroll } from '../collectors/page-scroll.ts';
import { pageTitle } from '../collectors/page-title.ts';
import { urlChanges } from '../collectors/url-changes.ts';
import { viewport } from '../collectors/viewport.ts';
import { visibility } from '../collectors/visibility.ts';
import { webVitals } from '../collectors/web-vitals.ts';
import { zoom } from '../collectors/zoom.ts';
import { LOGUI_EVENTS } from '../facades/logui/findings-of.ts';
import type { BrowserEvents } from '../facades/logui/logui-config.ts';
import { nearestOf } from '../facades/logui/nearest-of.ts';
import { createPreview } from '../facades/logui/preview.ts';
import { elementVisibility } from '../handlers/element-visibility.ts';
import { moreSourcers } from '../sourcers/more-sourcers.ts';

/** What most pages do without: a script of its own, loaded where it is asked for. */
export interface More extends AddOn {
  /** Collectors by the names that pages switch them on with. */
  collectors: Readonly<Record<string, Collector>>;
  /** What a script tag names beside what LogUI records by itself and a configuration decides. */
  beside(given: DOMStringMap, decided: BrowserEvents, warn: (message: string) => void): Collector[];
  sourcers: typeof moreSourcers;
  elementVisibility: typeof elementVisibility;
  createPreview: typeof createPreview;
}

const CURSOR = { everyMs: 200, leaving: true, coalesced: false, place: placeInElement };
/** What a page gets that names nothing: everything but the cursor's way, which is most of the volume, and address changes, which are page views. */
const NOT_BY_DEFAULT = new Set(['trackCursor', 'URLChanges']);

/** Everything in the add-on; `scripts` is the folder that its own add-on comes from. */
export function createMore(scripts: string): More {
  const collectors: More['collectors'] = {
    contextMenu,
    pageFocus,
    URLChanges: urlChanges,
    trackCursor: cursor(CURSOR),
    pageResize: viewport,
    visibility,
    pageScroll,
    pageZoom: zoom,
    pageTitle,
    clipboard,
    errors: pageErrors,
    networkFailures,
    webVitals: webVitals(new URL('sightline-vitals.js', scripts).href),
    declaredEvents,
    formFields,
    clickOutcomes,
  };
  const names = Object.keys(collectors);
  const namesIn = ({ events }: DOMStringMap) => events?.split(/[\s,]+/) ?? names.filter((name) => !NOT_BY_DEFAULT.has(name));
  // Unknown names are answered with what may have been meant.
  const named = (name: string, warn: (message: string) => void) => {
    if (Object.hasOwn(collectors, name)) return collectors[name] ?? [];
    const meant = nearestOf(name, names);
    if (name) warn(`data-events: ${name} is not known${meant ? `; did you mean ${meant}?` : `; expected some of ${names.join(', ')}`}`);
    return [];
  };
  return {
    collectors,
    sourcers: moreSourcers,
    elementVisibility,
    createPreview,
    wanted: (given, warn) => namesIn(given).flatMap((name) => named(name, warn)),
    beside: (given, decided, warn) =>
      namesIn(given)
        .filter((name) => !LOGUI_EVENTS.includes(name) && !(name in decided))
        .flatMap((name) => named(name, warn)),
  };
}
