import type { TabId } from '@sightline/protocol';
import type { MeasuredEvent } from '../metric.ts';
import { difference, intersection, union, type Interval } from './intervals.ts';
import type { Lane, PresenceLevel, Spell } from './lanes.ts';

/** A tab's lane from events that say nothing of presence, and the kinds of presence that these events can tell. */
export interface Derived {
  lane: Lane;
  levels: readonly PresenceLevel[];
}

/**
 * What the times of a tab's other events tell: open from the first to the last; active between inputs that are at most `idleMs`
 * apart; focused where the page told of its focus (LogUI's `viewportFocusChange`). Whether it was visible, nothing tells.
 */
export function derivedLane(tab: TabId, events: readonly MeasuredEvent[], idleMs: number): Derived {
  const first = events[0]?.at ?? 0;
  const last = events.at(-1)?.at ?? first;
  const open = union([{ from: first, to: last }]);
  const focus = events.filter(isFocusChange);
  const knowsFocus = focus.length > 0;
  const focused = knowsFocus ? focusedTime(focus, first, last) : open;
  const active = intersection(activeTime(events.filter(isInput), idleMs), focused);
  const spells = [
    ...spellsOf('hidden', difference(open, knowsFocus ? focused : active)),
    ...(knowsFocus ? spellsOf('focused', difference(focused, active)) : []),
    ...spellsOf('active', active),
  ].toSorted((a, b) => a.from - b.from);
  return { lane: { tab, spells }, levels: knowsFocus ? ['open', 'focused', 'active'] : ['open', 'active'] };
}

const isFocusChange = ({ type, name, details }: MeasuredEvent): boolean =>
  type === 'browserEvent' && name === 'viewportFocusChange' && typeof details.hasFocus === 'boolean';

/** What a person did, as against what the page or the tracker tells of itself. */
const isInput = (event: MeasuredEvent): boolean =>
  event.type === 'interactionEvent' || (event.type === 'browserEvent' && !isFocusChange(event));

/** A page is taken as focused until it first says otherwise, unless the first it says is that it gained focus. */
function focusedTime(changes: readonly MeasuredEvent[], first: number, last: number): Interval[] {
  const spans: Interval[] = [];
  let since = changes[0]?.details.hasFocus === false ? first : undefined;
  for (const { at, details } of changes) {
    if (details.hasFocus === true) since ??= at;
    else if (since !== undefined) {
      spans.push({ from: since, to: at });
      since = undefined;
    }
  }
  if (since !== undefined) spans.push({ from: since, to: last });
  return union(spans);
}

/** Inputs come in order, perhaps a hundred thousand of them. */
function activeTime(inputs: readonly MeasuredEvent[], idleMs: number): Interval[] {
  const spans: Interval[] = [];
  let span: Interval | undefined;
  for (const { at } of inputs) {
    if (span && at - span.to <= idleMs) span.to = at;
    else spans.push((span = { from: at, to: at }));
  }
  return union(spans);
}

const spellsOf = (state: Spell['state'], intervals: readonly Interval[]): Spell[] =>
  intervals.map(({ from, to }) => ({ state, from, to, pageView: null, applicationSpecificData: {}, recovered: false }));
