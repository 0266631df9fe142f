/**
 * Names of properties that only our own scripts use among themselves, and that the build may shorten. Nothing belongs here that travels,
 * is kept in a browser, is the browser's own, or that a page can see.
 */
export const MANGLED = `
  onAddress onVisibility onceShown postLast surroundings pathOf framed spentMs monotonic
  beginPageView setData moved onMove onLeave onSession onStop
  renewed settled durable secure adopt orphans expired
  comeBack isOpen transports addresses fromDocument surface alone watch
  endsAt tabOpen limits
  renew hasRoom offered courier createDelivery databaseStore handOver kept tell settle moment aliveAt
  collectors recorder record quiet running gate
  guard marks signs alive outbox local leave offer known begin agree place wall beside given asked overrideEqual openPage
  isThere onceLoaded hasLoaded forgive thaw isPaused isDue grown taken isSecret isEdited stopwatch timed carriage packer cleaner
  sourcers specificity ownHandlers isSelector problems binding
`
  .trim()
  .split(/\s+/);
