/** Shows an event and the reason for it to the developer of the page: in the console, and in a list where one is named. */
export function printEvent(window: Window & typeof globalThis, title: string, event: unknown, list?: string): void {
  window.console.log(`[sightline] ${title}`, event);
  const place = list && window.document.querySelector(list);
  if (!place) return;
  const item = window.document.createElement('li');
  item.textContent = `${title} ${JSON.stringify(event)}`;
  place.prepend(item);
}
