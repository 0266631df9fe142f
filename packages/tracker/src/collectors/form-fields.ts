import type { FieldBlurDetails, FieldChangeDetails, FieldFocusDetails, FormSubmitDetails } from '@sightline/protocol';
import { pathOf } from '../page/path-of.ts';
import { listenEverywhere } from '../page/roots.ts';
import type { Collector } from './collector.ts';

/** Inputs that hold nothing a person enters. */
const NO_FIELD = /^(hidden|submit|button|reset|image)$/;

interface Visit {
  element: Element;
  details: FieldFocusDetails;
  /** Since when it has the focus; absent while the window does not. */
  since: number | undefined;
  spentMs: number;
  changed: boolean;
}

/** Comings and goings in the fields of forms, that they changed, and that forms were submitted: never what was entered. */
export const formFields: Collector = {
  collect({ page, recorder, onStop }) {
    let visit: Visit | undefined;

    const tell = (
      name: 'fieldFocus' | 'fieldBlur' | 'fieldChange' | 'formSubmit',
      details: FieldFocusDetails | FieldBlurDetails | FieldChangeDetails | FormSubmitDetails,
      at?: number,
    ) => recorder.record({ type: 'interactionEvent', name, details, at });
    // A frame's events are timed by a clock of its own.
    const timeOf = ({ timeStamp, view }: UIEvent): number => (!view || view === page.window ? timeStamp : page.monotonic());

    const leave = (at = page.monotonic()) => {
      if (!visit) return;
      const { details, since, spentMs, changed } = visit;
      visit = undefined;
      const timeMs = Math.round(spentMs + (since === undefined ? 0 : Math.max(at - since, 0)));
      tell('fieldBlur', { ...details, timeMs, changed }, at);
    };
    const come = (event: Event) => {
      const element = fieldIn(event);
      const at = timeOf(event as UIEvent);
      if (visit?.element === element && visit) visit.since ??= at;
      if (!element || visit?.element === element) return;
      leave(at);
      visit = { element, details: detailsOf(element), since: at, spentMs: 0, changed: false };
      tell('fieldFocus', visit.details, at);
    };
    const go = (event: Event) => {
      const element = fieldIn(event);
      if (!visit || visit.element !== element) return;
      const at = timeOf(event as UIEvent);
      // A window that loses the focus keeps its active element, and gives the focus back to it.
      if (!element.matches(':focus') || element.ownerDocument.hasFocus()) return leave(at);
      visit.spentMs += Math.max(at - (visit.since ?? at), 0);
      visit.since = undefined;
    };
    const change = (event: Event) => {
      const element = fieldIn(event);
      if (!element) return;
      if (visit?.element === element) visit.changed = true;
      tell('fieldChange', detailsOf(element), timeOf(event as UIEvent));
    };
    const submit = (event: Event) => {
      const [form] = event.composedPath();
      if (isElement(form)) tell('formSubmit', { name: nameOf(form), path: pathOf(form) }, timeOf(event as UIEvent));
    };

    listenEverywhere(
      page,
      new Map([
        ['focusin', come],
        ['focusout', go],
        ['change', change],
        ['submit', submit],
      ]),
    );
    page.on('pagehide', ({ timeStamp }) => leave(timeStamp));
    onStop(leave);
  },
};

const isElement = (node: EventTarget | undefined): node is Element => (node as Element | undefined)?.nodeType === 1;

/** The field that an event is about. */
function fieldIn(event: Event): Element | undefined {
  const [target] = event.composedPath();
  if (!isElement(target)) return undefined;
  const { localName } = target;
  if (localName === 'input') return NO_FIELD.test((target as HTMLInputElement).type) ? undefined : target;
  return localName === 'select' || localName === 'textarea' || (target as HTMLElement).isContentEditable ? target : undefined;
}

function detailsOf(element: Element): FieldFocusDetails {
  const path = pathOf(element);
  const name = nameOf(element);
  const form = (element as HTMLInputElement).form ?? element.closest('form');
  const details: FieldFocusDetails = { name, path };
  // What is inside something private is nobody's business, its kind included.
  if (!element.closest('[data-sightline-private]')) details.kind = kindOf(element);
  if (form) details.form = nameOf(form);
  return details;
}

const kindOf = (element: Element): string => (element.localName === 'input' ? (element as HTMLInputElement).type : element.localName);

/** What the page calls it: for the log, for its server, or by where it is. */
function nameOf(element: Element): string {
  const around = element.closest('[data-sightline-private]');
  if (around) return around.getAttribute('data-sightline-name') ?? pathOf(around);
  return element.getAttribute('data-sightline-name') ?? (element.getAttribute('name') || pathOf(element));
}
