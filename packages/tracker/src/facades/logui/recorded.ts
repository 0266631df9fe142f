import type { AddOn } from '../../addons/add-on.ts';
import type { Collector } from '../../collectors/collector.ts';
import { createConsent } from '../../privacy/consent.ts';

/** The page as the visitor sees it, where the flight asks for that beside LogUI's own and the visitor has agreed to no less. */
export const recorded = (given: DOMStringMap, load: () => Promise<AddOn>, warn: (message: string) => void): Collector => ({
  name: 'recorded',
  collect(surface) {
    const { page } = surface;
    const isAgreed = createConsent(page.local, given.consent !== undefined).has('recording');
    if (given.recording === undefined || !isAgreed) return;
    page.watch(load().then(({ wanted }) => wanted(given, warn).forEach(({ collect }) => collect(surface))));
  },
});
