import { groupShape, selectorShape, type KnownNames } from './group-shape.ts';
import { anything, expects, flag, listOf, number, objectWith, oneOf, recordOf, text, type Findings } from './shape.ts';

/** The switches that LogUI has. */
export const LOGUI_EVENTS: readonly string[] =
  'contextMenu pageFocus URLChanges trackCursor cursorLeavingPage cursorCoalesced pageResize eventsWhileScrolling blockEventBubbling'.split(
    ' ',
  );
/** Those of the add-on. */
const MORE_EVENTS =
  'visibility pageScroll pageZoom pageTitle clipboard errors networkFailures webVitals declaredEvents formFields clickOutcomes'.split(' ');

/** Everything that is wrong with a configuration, and everything that seems mistaken. */
export function findingsOf(config: unknown, { ownHandlers, sourcers, isSelector }: KnownNames): Findings {
  const findings: Findings = { problems: [], unknown: [] };

  const selector = selectorShape(isSelector);
  const flags = Object.fromEntries([...LOGUI_EVENTS, ...MORE_EVENTS].map((key) => [key, flag]));
  const browserEvents = objectWith({ ...flags, cursorUpdateFrequency: number });
  const group = groupShape({ ownHandlers, sourcers, isSelector });

  objectWith(
    {
      logUIConfiguration: objectWith(
        {
          endpoint: expects('an address that starts with ws:// or wss://', isSocketAddress),
          authorisationToken: text,
          verbose: flag,
          overrideEqualSpecificity: flag,
          browserEvents,
          dispatcher: oneOf('server', 'console'),
          doNotTrack: oneOf('obey', 'count', 'ignore'),
          consoleElement: selector,
          cookies: listOf(text),
          // LogUI takes these and does nothing with them: the outbox has no such limits.
          cacheSize: anything,
          maximumCacheSize: anything,
          reconnectAttempts: anything,
          reconnectAttemptDelay: anything,
          sessionUUID: anything,
        },
        ['endpoint', 'authorisationToken'],
      ),
      applicationSpecificData: recordOf(anything),
      trackingConfiguration: recordOf(group),
      browserEvents,
    },
    ['logUIConfiguration', 'applicationSpecificData', 'trackingConfiguration'],
  )(config, '', findings);
  return findings;
}

function isSocketAddress(value: unknown): boolean {
  try {
    return typeof value === 'string' && /^wss?:$/.test(new URL(value).protocol);
  } catch {
    // `URL` throws exactly where the text is no absolute address.
    return false;
  }
}
