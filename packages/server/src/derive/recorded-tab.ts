import { createMirror, elementPaths, isElement, RRWEB_EVENT, RRWEB_SOURCE, type MeasuredEvent, type MirrorNode } from '@sightline/metrics';
import type { JsonObject, Rule } from '@sightline/protocol';
import { bubbles } from './bubbles.ts';
import type { Derivation } from './derivation.ts';
import { interactionOf } from './interaction-of.ts';
import { metadataOf } from './metadata.ts';
import { pointerStays } from './pointer-stays.ts';
import { presses } from './presses.ts';
import { recordedOrder, type Recorded } from './recorded-order.ts';
import { scrolling } from './scrolling.ts';
import type { PageSelector } from './selector.ts';

export interface RecordedTabDeps {
  tab: string;
  rule: Rule;
  selector: PageSelector;
  /** The tab's stored events that say what a recording does not, in order. */
  told: readonly MeasuredEvent[];
  derived: Derivation;
}

/** Applies a rule to a tab's recording: each interaction on the page as it was at that moment. */
export function recordedTab({ tab, rule, selector, told, derived }: RecordedTabDeps): { see(recorded: Recorded): void; end(): void } {
  const page = createMirror();
  const { properties = {} } = rule;
  let next = 0;
  let over: number | undefined;
  let url = '';

  const eventOf = (element: MirrorNode, at: number, details: JsonObject, name: string | undefined) => {
    const place = { element, document: page.state.document, url };
    const values = rule.event === 'formSubmission' ? metadataOf(valuesAsked(rule), place) : [];
    return {
      tab,
      type: 'interactionEvent' as const,
      name: name ?? rule.name,
      at,
      url,
      details: values.length > 0 ? { ...details, submissionValues: values } : details,
      metadata: metadataOf(rule.metadata ?? [], place),
      basis: 'recording' as const,
    };
  };
  const log = (element: MirrorNode, at: number, details: JsonObject, name?: string) =>
    void derived.events.push(eventOf(element, at, details, name));
  const pathOf = (element: MirrorNode) => (page.state.document ? elementPaths(page.state.document).of(element) : '');
  const unknown = () => {
    derived.undecided += 1;
    derived.problems.add('the element is not in the recorded page');
  };
  /** The elements that would have logged what happened on one, in the order in which they hear it. */
  const meantAt = (element: MirrorNode): MirrorNode[] => {
    const around = selector.around(element);
    if (!bubbles(rule.event)) return around[0] === element ? [element] : [];
    return rule.bubbling === 'all' ? around : around.slice(0, 1);
  };
  const happenedOn = (element: MirrorNode, at: number, place: object, type: string = rule.event) => {
    for (const found of meantAt(element)) log(found, at, { type, path: pathOf(element), ...place });
  };
  const stays = pointerStays({
    selector,
    page,
    entered({ element, path, at }) {
      if (rule.event !== 'mouseleave') log(element, at, { type: 'mouseenter', path }, properties.mouseenter?.name);
    },
    left({ element, path, at: since }, at) {
      if (rule.event !== 'mouseenter') log(element, at, { type: 'mouseleave', path, hoverMs: at - since }, properties.mouseleave?.name);
    },
  });
  const button = presses((element, at, clickDuration) => {
    const details = { type: 'mouseClick', button: 'primary', clickDuration, path: pathOf(element) };
    const event = eventOf(element, at, details, properties.primary?.name);
    return () => void derived.events.push(event);
  });
  const scrolls = scrolling((element, type, at) => log(element, at, { type, path: pathOf(element) }, properties[type]?.name));
  const pointerAt = (id: number, at: number) => {
    const element = page.state.nodes.get(id);
    if (element === undefined) unknown();
    else stays.over(element, at);
    over = id;
  };
  const tell = ({ name, at, details }: MeasuredEvent) => {
    if (name === 'pageLeft' && details.cause !== 'route') stays.forget();
    if (name === 'cursorTracking' && details.trackingType === 'cursorLeftViewport') stays.over(undefined, at);
    // A route of the page's own is not told by its recording.
    const address = name === 'pageView' ? details.url : name === 'URLChange' ? details.newURL : undefined;
    if (typeof address === 'string') url = address;
    if (name !== 'formSubmit' || !SUBMITS.has(rule.event)) return;
    const { document } = page.state;
    const form = document && typeof details.path === 'string' ? elementPaths(document).find(details.path) : undefined;
    if (form) happenedOn(form, at, {}, 'submit');
    else unknown();
  };
  const tellUntil = (at: number) => {
    for (let event = told[next]; event !== undefined && event.at <= at; event = told[next]) {
      tell(event);
      next += 1;
    }
    scrolls.until(at);
  };
  const happened = (name: string, element: MirrorNode, at: number, place: object) => {
    if (rule.event === 'mouseClick') {
      if (name === 'mousedown') button.pressed(meantAt(element), at);
      if (name === 'mouseup') button.released(meantAt(element), at);
      if (name === 'click') button.clicked(at);
    } else if (rule.event === 'scrollable') {
      if (name === 'scroll' && meantAt(element).length > 0) scrolls.scrolled(element, at);
    } else if (name === rule.event) happenedOn(element, at, place);
  };

  const order = recordedOrder(({ event, offsetMs }) => {
    const at = Math.round(event.timestamp + offsetMs);
    tellUntil(at);
    const interaction = interactionOf(event);
    if (interaction?.name === 'over') {
      // Where neither the element nor the page changed, nothing was entered or left.
      if (HOVERS.has(rule.event) && interaction.id !== over) pointerAt(interaction.id, at);
    } else if (interaction && (READS[rule.event] ?? [rule.event]).includes(interaction.name)) {
      const element = page.state.nodes.get(interaction.id);
      // `scroll` and `focus` may be of the document, which no selector means.
      if (isElement(element)) happened(interaction.name, element, at, interaction.place);
      else if (element === undefined) unknown();
    }
    const { href } = page.state.view;
    page.apply(event);
    if (page.state.view.href !== href) {
      stays.forget();
      url = page.state.view.href;
    }
    if (event.type === RRWEB_EVENT.fullSnapshot) stays.renumbered();
    if (isChange(event)) over = undefined;
  });

  return {
    see: order.add,
    end() {
      order.end();
      tellUntil(Number.POSITIVE_INFINITY);
    },
  };
}

/** A form's values as metadata: each of the first element that its selector means. */
const valuesAsked = ({ properties }: Rule) =>
  (properties?.includeValues ?? []).map(({ selector, ...request }) => ({ ...request, onElement: selector }));

/** Events that are told by stored ones of forms. */
export const SUBMITS: ReadonlySet<Rule['event']> = new Set<Rule['event']>(['submit', 'formSubmission']);

/** What LogUI's handlers listen to. */
const READS: Partial<Record<Rule['event'], readonly string[]>> = {
  mouseClick: ['mousedown', 'mouseup', 'click'],
  scrollable: ['scroll'],
};

/** What the pointer's positions tell. */
export const HOVERS: ReadonlySet<Rule['event']> = new Set<Rule['event']>(['mouseenter', 'mouseleave', 'mouseHover']);

const isChange = ({ type, data }: Recorded['event']): boolean =>
  type === RRWEB_EVENT.fullSnapshot ||
  (type === RRWEB_EVENT.increment && (data as { source?: number } | undefined)?.source === RRWEB_SOURCE.mutation);
