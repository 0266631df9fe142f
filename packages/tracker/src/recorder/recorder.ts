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
  /** The study's own fields as they were then, as the recorder's `place` gave them. */
  data?: string;
  /** Nothing that anybody did: the session does not go on by it. */
  quiet?: boolean;
}

/** What the page was at a moment. */
export interface Place {
  url: string;
  pageView: PageViewId;
  data: string;
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
  /** The page has become another place. */
  moved: () => void;
}

export interface Recorder {
  record(happening: Happening): void;
  /** The event as it would be recorded now. */
  text(happening: Happening): Recorded;
  place(): Place;
  pageView(): PageViewId;
  /** Begins a page view and answers its id. */
  beginPageView(): PageViewId;
  /** Puts the study's own fields, which every event has from now on, in the place of all before; by value. */
  setData(fields: Record<string, unknown>): void;
}

const EVENT_BYTES = 200_000;
const NAME_LENGTH = 200;

/** Completes events with time, place and the study's own fields, by value. */
export function createRecorder({ moment, origin, url, uuid, keep, before, moved }: RecorderDeps): Recorder {
  let pageView = uuid() as PageViewId;
  let data = '';

  const text = (happening: Happening, { epoch, ...times }: Moment): Recorded => {
    const { type, name, details, more, url: where = url(), pageView: view = pageView, data: fields = data } = happening;
    const head = { eventType: type, eventName: name.slice(0, NAME_LENGTH), ...times, origin, pageView: view, url: where };
    return { fields: JSON.stringify(head).slice(1, -1) + fields + detailsText(details) + (more ? `,${more}` : ''), epoch };
  };

  return {
    record(happening) {
      const now = moment(happening.at);
      if (!happening.quiet) before();
      keep(text(happening, now));
    },
    text: (happening) => text(happening, moment(happening.at)),
    place: () => ({ url: url(), pageView, data }),
    pageView: () => pageView,
    beginPageView() {
      pageView = uuid() as PageViewId;
      moved();
      return pageView;
    },
    setData(fields) {
      const given = safeJson(fields);
      data = given === '{}' ? '' : `,"applicationSpecificData":${given}`;
      moved();
    },
  };
}

function detailsText(details: unknown): string {
  if (details === undefined) return '';
  const text = safeJson(Object(details) === details && !Array.isArray(details) ? details : { value: details });
  if (text.length <= EVENT_BYTES) return `,"details":${text}`;
  return `,"details":${JSON.stringify({ sightlineCut: text.length, start: text.slice(0, 1_000) })}`;
}
