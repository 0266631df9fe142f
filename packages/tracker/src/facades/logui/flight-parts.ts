import type { AddOn } from '../../addons/add-on.ts';
import type { More } from '../../addons/more.ts';
import type { Collector } from '../../collectors/collector.ts';
import { createConsent } from '../../privacy/consent.ts';
import type { BrowserEvents } from './logui-config.ts';

export interface FlightPartsDeps {
  /** What the script tag says. */
  given: DOMStringMap;
  /** The browser events that the page's configuration decides. */
  asked: BrowserEvents;
  /** Loads a script; what a page logs by itself does not wait for it. */
  load<Part extends AddOn>(name: string): Promise<Part>;
  warn(message: string): void;
}

/** What a flight records beside LogUI's own: browser events, presence, and the page as the visitor sees it where they agreed to no less. */
export const flightParts = ({ given, asked, load, warn }: FlightPartsDeps): Collector => ({
  collect(surface) {
    const { page, onStop } = surface;
    const { flightToken, consent, events = flightToken && 'all', presence = flightToken, recording } = given;
    let hasStopped = false;
    onStop(() => (hasStopped = true));
    const add = (coming: Promise<Collector[]>) =>
      page.watch(coming.then((collectors) => hasStopped || collectors.forEach(({ collect }) => collect(surface))));
    const wanted = (name: string) => add(load(name).then((part) => part.wanted(given, warn)));

    if (events && events !== 'none') add(load<More>('more').then((more) => more.beside(given, asked, warn)));
    if (presence && presence !== 'off') wanted('presence');
    if (recording !== undefined && createConsent(page.local, consent !== undefined).has('recording')) wanted('recording');
  },
});
