import type { EventType, PageViewId } from '@sightline/protocol';
import type { Moment } from './clock.ts';
import { safeJson } from './safe-json.ts';

/** Something that happened, as a collector tells it. */
export interface Happening {
  type: EventType;
  name: string;
  details?: unknown;
  /** The DOM event's `timeStamp`; now where absent. */
  at?: number;
  /** Where it happened, when that is not the page as it is now. */
  url?: string;
  pageView?: PageViewId;
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
  /** Changes the study's own fields for every event from now on; null deletes one. */
  setData(changes: Record<string, unknown>): void;
}

const EVENT_BYTES = 200_000;
const NAME_LENGTH = 200;

/** Completes events with time, place and the study's own fields, by value. */
export function createRecorder({ moment, origin, url, uuid, keep, before }: RecorderDeps): Recorder {
  let pageView = uuid() as PageViewId;
  let data = new Map<string, string>();

  return {
    record({ type, name, details, at, url: where = url(), pageView: view = pageView }) {
      const { epoch, ...times } = moment(at);
      before();
      const head = { eventType: type, eventName: name.slice(0, NAME_LENGTH), ...times, origin, pageView: view, url: where };
      const own = data.size ? `,"applicationSpecificData":{${[...data].map(([key, text]) => `${JSON.stringify(key)}:${text}`)}}` : '';
      keep({ fields: JSON.stringify(head).slice(1, -1) + own + detailsText(details), epoch });
    },
    pageView: () => pageView,
    beginPageView: () => (pageView = uuid() as PageViewId),
    setData(changes) {
      data = new Map(data);
      for (const [key, value] of Object.entries(changes)) {
        if (value === null || value === undefined) data.delete(key);
        else data.set(key, safeJson(value));
      }
    },
  };
}

function detailsText(details: unknown): string {
  if (details === undefined) return '';
  const text = safeJson(typeof details === 'object' && details && !Array.isArray(details) ? details : { value: details });
  if (text.length <= EVENT_BYTES) return `,"details":${text}`;
  return `,"details":${JSON.stringify({ sightlineCut: `the details have ${text.length} characters, at most ${EVENT_BYTES} are kept`, start: text.slice(0, 1_000) })}`;
}
