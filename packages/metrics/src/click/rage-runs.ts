import type { MeasuredEvent, Sees } from '../metric.ts';
import { givenNumber, givenText } from '../given.ts';

/** The rule by which clicks are taken as one burst; a type, as it is stored as the metric's parameters. */
export type RageRule = {
  /** Clicks that make an episode. */
  least: number;
  /** The longest time from one click to the next. */
  gapMs: number;
  /** Whether a gap of exactly that length, or a distance of exactly the radius, still counts. */
  inclusive: boolean;
  /** The time in which the least number of clicks has to fall; 0 is any. */
  windowMs: number;
  /** Where the next click has to be: on the same element, within the radius, or either. */
  near: 'element' | 'radius' | 'either';
  radiusPx: number;
  distance: 'euclidean' | 'manhattan';
  /** Tags that count; none is all. */
  tags: readonly string[];
  notTags: readonly string[];
};

/** One burst of clicks. */
export interface RageRun {
  at: number;
  /** Path of the first element, or its name where there is no path. */
  target: string | null;
  clicks: number;
  durationMs: number;
}

export const RAGE_SEES: Sees = {
  click: ['path', 'name', 'tag', 'button', 'trusted', 'x', 'y'],
  pageView: [],
};

/** Reads bursts of clicks: maximal runs in which each click is soon after the one before and near it, in one page view. */
export function rageRuns(rule: RageRule): { see(event: MeasuredEvent): void; runs(): RageRun[] } {
  const done: RageRun[] = [];
  let open: MeasuredEvent[] = [];
  let isRage = false;

  const close = () => {
    const [first] = open;
    const last = open.at(-1);
    if (isRage && first && last)
      done.push({ at: first.at, target: targetOf(first) ?? null, clicks: open.length, durationMs: last.at - first.at });
    open = [];
    isRage = false;
  };
  const fits = (click: MeasuredEvent): boolean => {
    const last = open.at(-1);
    if (!last || last.tab !== click.tab || !within(click.at - last.at, rule.gapMs, rule.inclusive) || !isNear(last, click, rule))
      return false;
    const opening = isRage ? open[open.length - rule.least + 1] : undefined;
    return rule.windowMs === 0 || !opening || within(click.at - opening.at, rule.windowMs, rule.inclusive);
  };

  return {
    see(event) {
      if (event.name === 'pageView' && open[0]?.tab === event.tab) close();
      if (event.name !== 'click' || !counts(event, rule)) return;
      const last = open.at(-1);
      if (last && isSameClick(last, event)) return;
      if (!fits(event)) close();
      open.push(event);
      if (!isRage && rule.windowMs > 0) open = open.filter(({ at }) => within(event.at - at, rule.windowMs, rule.inclusive));
      isRage ||= open.length >= rule.least;
    },
    runs() {
      close();
      return done;
    },
  };
}

const within = (value: number, limit: number, inclusive: boolean): boolean => (inclusive ? value <= limit : value < limit);

const targetOf = ({ details }: MeasuredEvent): string | undefined => givenText(details, 'path') ?? givenText(details, 'name');

function counts({ details }: MeasuredEvent, { tags, notTags }: RageRule): boolean {
  if ((details.button ?? 0) !== 0 || details.trusted === false) return false;
  const tag = givenText(details, 'tag') ?? '';
  return (tags.length === 0 || tags.includes(tag)) && !notTags.includes(tag);
}

/** Shipped LogUI tells one click again for every tracked element around the one that was hit, without coordinates. */
const isSameClick = (a: MeasuredEvent, b: MeasuredEvent): boolean => a.at === b.at && a.tab === b.tab && !('x' in b.details);

function isNear(a: MeasuredEvent, b: MeasuredEvent, { near, radiusPx, distance, inclusive }: RageRule): boolean {
  const target = targetOf(a);
  const isSame = target !== undefined && target === targetOf(b);
  if (near === 'element' || (near === 'either' && isSame)) return isSame;
  const [ax, ay, bx, by] = [
    givenNumber(a.details, 'x'),
    givenNumber(a.details, 'y'),
    givenNumber(b.details, 'x'),
    givenNumber(b.details, 'y'),
  ];
  if (ax === undefined || ay === undefined || bx === undefined || by === undefined) return false;
  const px = distance === 'manhattan' ? Math.abs(ax - bx) + Math.abs(ay - by) : Math.hypot(ax - bx, ay - by);
  return within(px, radiusPx, inclusive);
}
