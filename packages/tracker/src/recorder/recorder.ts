import type { EventType, PageViewId } from '@sightline/protocol';
import type { Moment } from './clock.ts';
import { safeJson } from './safe-json.ts';

/** Something that happened, as a collector tells it. */
export interface Happening {
  type: EventType;
  name: string;
  details?: unknown;
  /** What else there is to say of it: the inside of a JSON object. */
  more?: string;
  /** The DOM event's `timeStamp`; now where absent. */
  at?: number;
  /** Where it happened, when that is not the page as it is now. */
  url?: string;
  pageView?: PageViewId;
  /** The reason for it, for whoever debugs a configuration; not recorded. */
  why?: { element: Element; group: { selector: string; event: string } };
}

/** An event as text, complete but for its number. */
export interface Recorded {
  /** The inside of a JSON object. */
  fields: string;
  epoch: number;
}

export interface RecorderDeps {
  moment: (at?: number) => Moment;
  origin: number;
  url: () => string;
  uuid: () => string;
  keep: (event: Recorded) => void;
  /** Called before an event is recorded; may itself record what has to come first. */
  before: () => void;
}

export interface Recorder {
  record(happening: Happening): void;
  pageView(): PageViewId;
  /** Begins a page view and answers its id. */
  beginPageView(): PageViewId;
  /** Puts the study's own fields, which every event has from now on, in the place of all before; by value. */
  setData(fields: Record<string, unknown>): void;
}

const EVENT_BYTES = 200_000;
const NAME_LENGTH = 200;

/** Completes events with time, place and the study's own fields, by value. */
export function createRecorder({ moment, origin, url, uuid, keep, before }: RecorderDeps): Recorder {
  let pageView = uuid() as PageViewId;
  let data = '';

  return {
    record({ type, name, details, more, at, url: where = url(), pageView: view = pageView }) {
      const { epoch, ...times } = moment(at);
      before();
      const head = { eventType: type, eventName: name.slice(0, NAME_LENGTH), ...times, origin, pageView: view, url: where };
      keep({ fields: JSON.stringify(head).slice(1, -1) + data + detailsText(details) + (more ? `,${more}` : ''), epoch });
    },
    pageView: () => pageView,
    beginPageView: () => (pageView = uuid() as PageViewId),
    setData(fields) {
      const text = safeJson(fields);
      data = text === '{}' ? '' : `,"applicationSpecificData":${text}`;
    },
  };
}

function detailsText(details: unknown): string {
  if (details === undefined) return '';
  const text = safeJson(typeof details === 'object' && details && !Array.isArray(details) ? details : { value: details });
  if (text.length <= EVENT_BYTES) return `,"details":${text}`;
  return `,"details":${JSON.stringify({ sightlineCut: `the details have ${text.length} characters, at most ${EVENT_BYTES} are kept`, start: text.slice(0, 1_000) })}`;
}
