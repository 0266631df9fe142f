import {
  anything,
  both,
  expects,
  flag,
  isPlain,
  listOf,
  named,
  number,
  objectWith,
  oneOf,
  recordOf,
  text,
  type Findings,
  type Shape,
} from './shape.ts';

export interface KnownNames {
  /** Names of the page's own handlers, whose properties are their own business. */
  ownHandlers: readonly string[];
  sourcers: readonly string[];
  isSelector(text: string): boolean;
}

/** The switches that LogUI has. */
export const LOGUI_EVENTS: readonly string[] =
  'contextMenu pageFocus URLChanges trackCursor cursorLeavingPage cursorCoalesced pageResize eventsWhileScrolling blockEventBubbling'.split(
    ' ',
  );
/** Those of the add-on. */
const MORE_EVENTS = 'visibility pageScroll pageZoom pageTitle clipboard errors networkFailures webVitals declaredEvents'.split(' ');

/** Names that only handlers have in their properties; each is an object with the event's name. */
const NAMED =
  'mouseenter mouseleave primary auxiliary secondary auxiliary2 auxiliary3 scrollStart scrollEnd create destroy expose obscure'.split(' ');

/** Everything that is wrong with a configuration, and everything that seems mistaken. */
export function findingsOf(config: unknown, { ownHandlers, sourcers, isSelector }: KnownNames): Findings {
  const findings: Findings = { problems: [], unknown: [] };

  const selector = both(text, (value, path, { problems }) => {
    if (typeof value === 'string' && value && !isSelector(value)) problems.push(`${path}: expected a CSS selector, got ${named(value)}`);
  });
  const flags = Object.fromEntries([...LOGUI_EVENTS, ...MORE_EVENTS].map((key) => [key, flag]));
  const browserEvents = objectWith({ ...flags, cursorUpdateFrequency: number });
  const requestFields = {
    nameForLog: text,
    sourcer: both(text, (value, path, { problems }) => {
      if (typeof value === 'string' && !sourcers.includes(value))
        problems.push(`${path}: expected one of ${sourcers.join(', ')}, got ${named(value)}`);
    }),
    lookFor: expects('a name or a function', (value) => typeof value === 'function' || (typeof value === 'string' && value !== '')),
    onElement: selector,
  };
  const request = objectWith(requestFields, ['nameForLog', 'sourcer', 'lookFor']);
  const share = expects('a number above 0 and at most 1', (value) => typeof value === 'number' && value > 0 && value <= 1);
  const properties = objectWith({
    ...Object.fromEntries(NAMED.map((key) => [key, objectWith({ name: text, mapping: anything })])),
    includeValues: listOf(objectWith({ ...requestFields, selector }, ['nameForLog', 'sourcer', 'lookFor', 'selector'])),
    minimumShare: share,
    minimumMs: number,
    atMost: number,
  });
  const group: Shape = (value, path, given) => {
    const isOwn = isPlain(value) && ownHandlers.includes(String(value.event));
    const fields = {
      selector,
      event: text,
      name: expects('a text', (name) => typeof name === 'string'),
      bubbling: oneOf('all', 'innermost'),
      properties: isOwn ? anything : properties,
      metadata: listOf(request),
    };
    objectWith(fields, ['selector', 'event'])(value, path, given);
  };

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
          doNotTrack: oneOf('obey', 'ignore'),
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
