import type { TabId } from '@sightline/protocol';
import { givenText } from './given.ts';
import type { Metric } from './metric.ts';

/** How long the pointer rested in elements of one name. */
export interface HoverDwell {
  /** As the page named the element for the log; null where it did not. */
  name: string | null;
  hovers: number;
  dwellMs: number;
}

/**
 * Time that the pointer rests inside elements.
 *
 * In `result` from 0 to 300 ms and from 1,000 to 1,099 ms → 1 hover, 300 ms: entries under 100 ms are dropped.
 */
export const hoverDwell: Metric<HoverDwell[], { leastMs: number }> = {
  name: 'hover_dwell',
  version: 1,
  title: 'Hover dwell',
  group: 'pointer',
  unit: 'ms',
  definition:
    'For each element named in the log: how often the pointer was inside for at least 100 ms, and for how long in all, from mouseenter to mouseleave, in one page view. A mouseleave belongs to the last mouseenter of its name, else, as LogUI may name the two differently, to the last of any.',
  columns: {
    name: 'name of the element at mouseenter; null for those without one, together',
    hovers: 'stays that count',
    dwellMs: 'their summed length, ms',
  },
  source: 'LogUI and YASBIL log the same start and length. A stay that the end of the page cut has no end and does not count.',
  parameters: { leastMs: 100 },
  presets: [],
  example: {
    events: [
      [0, 'mouseenter', { name: 'result' }],
      [300, 'mouseleave', { name: 'result' }],
      [1_000, 'mouseenter', { name: 'result' }],
      [1_099, 'mouseleave', { name: 'result' }],
    ],
    value: [{ name: 'result', hovers: 1, dwellMs: 300 }],
  },
  sees: { mouseenter: ['name'], mouseleave: ['name'], pageView: [], pageLeft: [] },
  ends: false,
  begin({ leastMs }) {
    const inside = new Map<TabId, Stay[]>();
    const found = new Map<string | null, HoverDwell>();
    return {
      see({ tab, name: event, at, details }) {
        if (event === 'pageView' || event === 'pageLeft') inside.delete(tab);
        if (event !== 'mouseenter' && event !== 'mouseleave') return;
        const name = givenText(details, 'name') ?? null;
        let stays = inside.get(tab);
        if (!stays) inside.set(tab, (stays = []));
        if (event === 'mouseenter') {
          stays.push({ name, at });
          return;
        }
        const stay = leave(stays, name);
        if (!stay || at - stay.at < leastMs) return;
        const known = found.get(stay.name) ?? { name: stay.name, hovers: 0, dwellMs: 0 };
        found.set(stay.name, { name: stay.name, hovers: known.hovers + 1, dwellMs: known.dwellMs + at - stay.at });
      },
      value: () => [...found.values()].toSorted((a, b) => b.dwellMs - a.dwellMs),
    };
  },
};

interface Stay {
  name: string | null;
  at: number;
}

/** Elements are left from the inside out; LogUI may name entering and leaving differently, then the innermost is meant. */
function leave(stays: Stay[], name: string | null): Stay | undefined {
  const index = stays.findLastIndex((stay) => stay.name === name);
  return index < 0 ? stays.pop() : stays.splice(index, 1)[0];
}
