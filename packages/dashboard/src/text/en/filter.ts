import type { NotCounted } from '@sightline/protocol';
import { DERIVED, isDerivedName } from '@sightline/metrics';
import { number, plural } from './number.ts';

const DEVICES = { desktop: 'Desktop', tablet: 'Tablet', phone: 'Phone' } as const;
const LISTS = { device: 'Device', page: 'Saw page', did: 'Did', didNot: 'Did not', sequence: 'Then' } as const;

/** An event in words: one that a rule yielded is told from recorded ones. */
const eventName = (name: string): string => (isDerivedName(name) ? `${name.slice(DERIVED.length)} (by rule)` : name);

/** What narrows the sessions of a page. */
export const filter = {
  filter: {
    title: 'Filter of sessions',
    add: 'Filter',
    back: 'Other filters',
    search: 'Find a value',
    loading: 'Reading what there is …',
    nothing: 'No session here has anything to filter by yet.',
    noneMatch: 'No value matches.',
    empty: '(empty)',
    typed: (typed: string) => `“${typed}”`,
    lists: LISTS,
    devices: DEVICES,
    chip: (list: keyof typeof LISTS | 'where', member: string) => {
      if (list === 'where') {
        const colon = member.indexOf(':');
        return `${member.slice(0, colon)}: ${member.slice(colon + 1) || '(empty)'}`;
      }
      if (list === 'sequence') return `${LISTS.sequence} ${eventName(member.replace(/^(event|click|page):/, ''))}`;
      return list === 'device' && Object.hasOwn(DEVICES, member)
        ? DEVICES[member as keyof typeof DEVICES]
        : `${LISTS[list]} ${list === 'page' ? member : eventName(member)}`;
    },
    eventName,
    remove: (chip: string) => `${chip}: remove this filter`,
    leftOut: (count: number) => `${plural(count, 'participant', 'participants')} left out`,
    leftOutMeaning: 'Who was excluded or withdrew counts for nothing here. Click to count their sessions, too.',
    takenIn: (count: number) => `With ${plural(count, 'participant', 'participants')} otherwise left out`,
    takenInMeaning: 'Sessions of who was excluded or withdrew are counted. Click to leave them out again.',
    onlyExcluded: (count: number) => `${number(count)} excluded`,
    onlyExcludedMeaning: 'Sessions of who was excluded or withdrew, and no others.',
    withoutExcluded: 'Counted',
    withoutExcludedMeaning: 'Without sessions of who was excluded or withdrew, as measures and exports have it.',
    notCounted: ({ participant, state, reason }: NotCounted) =>
      state === 'withdrawn'
        ? `${participant} has withdrawn: this session counts nowhere and is erased by itself.`
        : `${participant} is excluded${reason ? `: ${reason}` : ''}. Measures, heatmaps, funnels and exports leave this session out.`,
    notCountedShort: { excluded: 'excluded', withdrawn: 'withdrawn' },
    sessions: (count: number) => plural(count, 'session', 'sessions'),
    views: (count: number) => plural(count, 'view', 'views'),
    events: (count: number) => number(count),
  },
};
