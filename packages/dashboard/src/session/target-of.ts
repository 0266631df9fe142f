import type { EventName, StoredEvent } from '@sightline/protocol';
import { shortUrl } from './short-url.ts';

const PREVIEW_LENGTH = 160;

/** What an event was about, on one line: the element, the address, or the beginning of its details. */
export function targetOf(event: StoredEvent): string {
  const known = Object.hasOwn(TARGETS, event.name) ? TARGETS[event.name as EventName](event.details) : '';
  return known || preview(event);
}

const TARGETS: Record<EventName, (details: Record<string, unknown>) => string> = {
  started: ({ viewportResolution }) => size(viewportResolution),
  pageView: ({ url, title }) => [shortUrl(text(url)), text(title)].filter(Boolean).join(' · '),
  pageLeft: ({ cause }) => text(cause),
  click: ({ name, path }) => [text(name), text(path)].filter(Boolean).join(' · '),
  outboxChanged: ({ reason, dropped }) =>
    [text(reason), typeof dropped === 'number' ? `${dropped} dropped` : ''].filter(Boolean).join(' · '),
  trackerFailed: ({ message }) => text(message),
  trackerReport: ({ mainThreadMs, bytesSent }) => `${inline(mainThreadMs)} ms · ${inline(bytesSent)} B`,
  trackingRefused: ({ signal }) => text(signal),
  consentChanged: ({ granted }) => (Array.isArray(granted) ? granted.join(', ') : ''),
  identified: ({ person }) => text(person),
  contextMenuFired: () => '',
  cursorTracking: ({ clientX, clientY }) => `${inline(clientX)}, ${inline(clientY)}`,
  viewportFocusChange: ({ hasFocus }) => (hasFocus ? 'gained' : 'lost'),
  URLChange: ({ newURL }) => shortUrl(text(newURL)),
  viewportResize: ({ stringRepr }) => text(stringRepr),
  viewportZoom: ({ scale, pixelRatio }) => `${inline(scale)} · ${inline(pixelRatio)} device pixels`,
  visibilityChange: ({ visible }) => (visible ? 'shown' : 'hidden'),
  pageScroll: ({ scrollY, depth }) => `${inline(scrollY)} px · ${typeof depth === 'number' ? Math.round(depth * 100) : '?'} %`,
  titleChange: ({ title }) => text(title),
  clipboard: ({ action, path }) => [text(action), text(path)].filter(Boolean).join(' · '),
  pageError: ({ message }) => text(message),
  networkFailure: ({ method, url, status }) => [text(method), shortUrl(text(url)), inline(status)].join(' · '),
  webVital: ({ name, value, rating }) => [text(name), inline(value), text(rating)].join(' · '),
  presence: ({ state, lengthMs }) =>
    [text(state), typeof lengthMs === 'number' ? `${Math.round(lengthMs)} ms` : ''].filter(Boolean).join(' · '),
  elementInView: ({ name, lengthMs }) =>
    [text(name), typeof lengthMs === 'number' ? `${Math.round(lengthMs)} ms` : ''].filter(Boolean).join(' · '),
  actionFired: ({ name, outcome }) => [text(name), text(outcome)].filter(Boolean).join(' · '),
  gaze_fixation: ({ element, duration_ms: ms }) => [text(element), typeof ms === 'number' ? `${ms} ms` : ''].filter(Boolean).join(' · '),
};

function preview({ details, metadata, url }: StoredEvent): string {
  const said = [
    ...metadata.map(({ name, value }) => `${name} ${inline(value)}`),
    ...Object.entries(details).map(([name, value]) => `${name} ${inline(value)}`),
  ];
  return said.length > 0 ? said.join(' · ').slice(0, PREVIEW_LENGTH) : shortUrl(url);
}

const text = (value: unknown) => (typeof value === 'string' ? value : '');
const inline = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));
const size = (value: unknown) =>
  typeof value === 'object' && value !== null && 'width' in value && 'height' in value
    ? `${String(value.width)} × ${String(value.height)}`
    : '';
