import type { EventName, StoredEvent } from '@sightline/protocol';
import { text as words } from '../text/text.ts';
import { formatDuration } from '../time/format-duration.ts';
import { roundedJson } from './rounded-json.ts';
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
  clickOutcome: (details) => [text(details.name) || text(details.path), outcome(details)].join(' · '),
  fieldFocus: ({ form, name }) => [text(form), text(name)].filter(Boolean).join(' · '),
  fieldBlur: ({ form, name, timeMs }) => [text(form), text(name), length(timeMs)].filter(Boolean).join(' · '),
  fieldChange: ({ form, name }) => [text(form), text(name)].filter(Boolean).join(' · '),
  formSubmit: ({ name }) => text(name),
  outboxChanged: ({ reason, dropped }) =>
    [text(reason), typeof dropped === 'number' ? `${dropped} dropped` : ''].filter(Boolean).join(' · '),
  trackerFailed: ({ message }) => text(message),
  trackerReport: ({ mainThreadMs, bytesSent }) => `${figure(mainThreadMs)} ms · ${figure(bytesSent)} B`,
  recordingChanged: ({ state, reason }) => [text(state), text(reason)].filter(Boolean).join(' · '),
  trackingRefused: ({ signal }) => text(signal),
  consentChanged: ({ granted }) => (Array.isArray(granted) ? granted.join(', ') : ''),
  identified: ({ person }) => text(person),
  contextMenuFired: () => '',
  cursorTracking: ({ clientX, clientY }) => `${figure(clientX)}, ${figure(clientY)}`,
  viewportFocusChange: ({ hasFocus }) => (hasFocus ? 'gained' : 'lost'),
  URLChange: ({ newURL }) => shortUrl(text(newURL)),
  viewportResize: ({ stringRepr }) => text(stringRepr),
  viewportZoom: ({ scale, pixelRatio }) => `${figure(scale)} · ${figure(pixelRatio)} device pixels`,
  visibilityChange: ({ visible }) => (visible ? 'shown' : 'hidden'),
  pageScroll: ({ scrollY, depth }) => `${figure(scrollY)} px · ${typeof depth === 'number' ? Math.round(depth * 100) : '?'} %`,
  titleChange: ({ title }) => text(title),
  clipboard: ({ action, path }) => [text(action), text(path)].filter(Boolean).join(' · '),
  pageError: ({ message }) => text(message),
  networkFailure: ({ method, url, status }) => [text(method), shortUrl(text(url)), inline(status)].join(' · '),
  webVital: ({ name, value, rating }) => [text(name), vital(name, value), text(rating)].filter(Boolean).join(' · '),
  presence: ({ state, lengthMs }) => [text(state), length(lengthMs)].filter(Boolean).join(' · '),
  elementInView: ({ name, lengthMs }) => [text(name), length(lengthMs)].filter(Boolean).join(' · '),
  actionFired: ({ name, outcome }) => [text(name), text(outcome)].filter(Boolean).join(' · '),
  gaze_fixation: ({ element, duration_ms: ms }) =>
    [text(element), typeof ms === 'number' ? `${figure(ms)} ms` : ''].filter(Boolean).join(' · '),
};

function preview({ details, metadata, url }: StoredEvent): string {
  const said = [
    ...metadata.map(({ name, value }) => `${name} ${inline(value)}`),
    ...Object.entries(details).map(([name, value]) => `${name} ${inline(value)}`),
  ];
  return said.length > 0 ? said.join(' · ').slice(0, PREVIEW_LENGTH) : shortUrl(url);
}

/** What followed a click, by the field that says when. */
const outcome = (details: Record<string, unknown>) => {
  const followed = Object.entries(details).flatMap(([key, ms]) =>
    key !== 'watchedMs' && key.endsWith('Ms') ? `${key.slice(0, -2)} ${figure(ms)} ms` : [],
  );
  return details.unjudgeable === true ? words.session.cannotTell : followed.join(', ') || words.session.nothingFollowed;
};

const text = (value: unknown) => (typeof value === 'string' ? value : '');
const inline = (value: unknown) => (typeof value === 'string' ? value : roundedJson(value));
const figure = (value: unknown) => (typeof value === 'number' ? words.number(value, 1) : inline(value));
const length = (ms: unknown) => (typeof ms === 'number' ? formatDuration(ms) : '');
/** Layout shift is a score that is good below 0.1; all others are times. */
const vital = (name: unknown, value: unknown) => {
  if (typeof value !== 'number') return inline(value);
  return name === 'CLS' ? words.number(value, 2) : `${words.number(value, 1)} ms`;
};
const size = (value: unknown) =>
  typeof value === 'object' && value !== null && 'width' in value && 'height' in value
    ? `${String(value.width)} × ${String(value.height)}`
    : '';
