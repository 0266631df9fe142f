import { createMirror, elementPaths, isElement, RRWEB_EVENT, RRWEB_SOURCE, type MeasuredEvent, type MirrorNode } from '@sightline/metrics';
import type { JsonObject, Rule } from '@sightline/protocol';
import type { Derivation } from './derivation.ts';
import { interactionOf } from './interaction-of.ts';
import { metadataOf } from './metadata.ts';
import { pointerStays } from './pointer-stays.ts';
import { recordedOrder, type Recorded } from './recorded-order.ts';
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
  let next = 0;
  let over: number | undefined;

  const log = (found: MirrorNode, at: number, details: JsonObject) => {
    const { document, view } = page.state;
    derived.events.push({
      tab,
      type: 'interactionEvent',
      name: rule.name,
      at,
      url: view.href,
      details,
      metadata: metadataOf(rule.metadata ?? [], { element: found, document, url: view.href }),
      basis: 'recording',
    });
  };
  const unknown = () => {
    derived.undecided += 1;
    derived.problems.add('the element is not in the recorded page');
  };
  const happenedOn = (element: MirrorNode, at: number, place: object) => {
    const found = selector.closest(element);
    if (!found) return;
    const { document } = page.state;
    log(found, at, { type: rule.event, path: document ? elementPaths(document).of(element) : '', ...place });
  };
  const stays = pointerStays({
    selector,
    page,
    entered({ element, path, at }) {
      if (rule.event !== 'mouseleave') log(element, at, { type: 'mouseenter', path });
    },
    left({ element, path, at: since }, at) {
      if (rule.event !== 'mouseenter') log(element, at, { type: 'mouseleave', path, hoverMs: at - since });
    },
  });
  const pointerAt = (id: number, at: number) => {
    const element = page.state.nodes.get(id);
    if (element === undefined) unknown();
    else stays.over(element, at);
    over = id;
  };
  const tell = ({ name, at, details }: MeasuredEvent) => {
    if (name === 'pageLeft' && details.cause !== 'route') stays.forget();
    if (name === 'cursorTracking' && details.trackingType === 'cursorLeftViewport') stays.over(undefined, at);
    if (name !== 'formSubmit' || rule.event !== 'submit') return;
    const { document } = page.state;
    const form = document && typeof details.path === 'string' ? elementPaths(document).find(details.path) : undefined;
    if (form) happenedOn(form, at, {});
    else unknown();
  };
  const tellUntil = (at: number) => {
    for (let event = told[next]; event !== undefined && event.at <= at; event = told[next]) {
      tell(event);
      next += 1;
    }
  };

  const order = recordedOrder(({ event, offsetMs }) => {
    const at = Math.round(event.timestamp + offsetMs);
    tellUntil(at);
    const happened = interactionOf(event);
    if (happened?.name === 'over') {
      // Where neither the element nor the page changed, nothing was entered or left.
      if (HOVERS.has(rule.event) && happened.id !== over) pointerAt(happened.id, at);
    } else if (happened?.name === rule.event) {
      const element = page.state.nodes.get(happened.id);
      // `scroll` and `focus` may be of the document, which no selector means.
      if (isElement(element)) happenedOn(element, at, happened.place);
      else if (element === undefined) unknown();
    }
    const { href } = page.state.view;
    page.apply(event);
    if (page.state.view.href !== href) stays.forget();
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

/** What the pointer's positions tell. */
export const HOVERS: ReadonlySet<Rule['event']> = new Set<Rule['event']>(['mouseenter', 'mouseleave', 'mouseHover']);

const isChange = ({ type, data }: Recorded['event']): boolean =>
  type === RRWEB_EVENT.fullSnapshot ||
  (type === RRWEB_EVENT.increment && (data as { source?: number } | undefined)?.source === RRWEB_SOURCE.mutation);
