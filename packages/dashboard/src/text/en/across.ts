import { GROUPS, type Group } from '@sightline/metrics';
import { number, plural } from './number.ts';

const KINDS = {
  page: 'page',
  element: 'element',
  field: 'form field',
  rank: 'rank',
  change: 'kind of change',
  flag: 'flag',
  event: 'event of rules',
  value: 'value',
} as const;

/** Columns of metrics' tables whose names are no words. */
const AMOUNTS: Readonly<Record<string, string>> = { rows: 'number of rows', mad: 'MAD', ad: 'AD', auc: 'AUC', ms: 'time' };

/** Measures across sessions. */
export const across = {
  across: {
    title: 'Measures',
    tabs: {
      label: 'Kinds of measures',
      compare: 'Compare',
      table: 'Table for the paper',
      funnels: 'Funnels',
      paths: 'Paths',
      retention: 'Retention',
      definitions: 'Definitions',
    },
    search: 'Find a measure',
    metrics: 'Measures',
    noneMatch: 'No measure matches.',
    group: (group: string) => (Object.hasOwn(GROUPS, group) ? GROUPS[group as Group] : group),
    choose: 'Measure',
    amount: 'Of it',
    amountOf: (amount: string) =>
      AMOUNTS[amount] ??
      amount
        .replace(/(?:Ms|Px)$/, '')
        .replaceAll(/[A-Z]/g, ' $&')
        .toLowerCase(),
    by: 'By',
    byOf: (by: string, kind: string | null) => {
      if (by.startsWith('field:')) return by.slice('field:'.length);
      const names: Record<string, string> = {
        all: 'all together',
        device: 'device',
        day: 'day',
        entryPage: 'entry page',
        part: kind !== null && Object.hasOwn(KINDS, kind) ? KINDS[kind as keyof typeof KINDS] : 'part',
      };
      return names[by] ?? by;
    },
    groupName: (key: string, by: string) => {
      if (by === 'all') return 'All sessions';
      if (by === 'against') return key === 'A' ? 'A: first filter' : 'B: second filter';
      return key === '' ? '(none)' : key;
    },
    compareWith: 'Compare with another filter',
    inBoth: (both: number, groups: readonly { name: string; sessions: number }[]) =>
      `${plural(both, 'session is', 'sessions are')} in both groups (${groups
        .map(({ name, sessions }) => `${Math.round((100 * both) / Math.max(1, sessions))} % of ${name}`)
        .join(
          ', ',
        )}). The groups are not independent: intervals, effect sizes and tests below do not hold. Narrow one filter until they have none in common.`,
    compareStop: 'Stop comparing',
    filterA: 'A',
    filterB: 'B',
    keys: 'Plot; arrow keys go from value to value',
    whole: 'Whole axis',
    wholeMeaning: 'The axis otherwise ends one and a half boxes beyond the whiskers.',
    axis: (title: string, unit: string) => `${title} (${unit})`,
    share: 'sessions of the group (%)',
    day: 'day (UTC)',
    caption: {
      n: (groups: string) => `n = ${groups}.`,
      box: 'Box: quartiles and median; thick: 95 % interval of the median (order statistics); whiskers: 1.5 interquartile ranges; dots: single sessions',
      sampled: (points: number) => `, at most ${number(points)} of a group, evenly chosen by rank`,
      beyond: (largest: string) => `. The largest value, ${largest}, lies beyond the axis`,
      rate: 'Rates with Wilson’s 95 % intervals.',
      days: 'Median of the sessions that began on a day, with its 95 % interval (order statistics). Days in UTC.',
      daysRate: 'Share of the sessions that began on a day, with Wilson’s 95 % interval. Days in UTC.',
      left: (left: number) => `${plural(left, 'smaller group is', 'smaller groups are')} left out.`,
      distribution: (beyond: number) =>
        `The same values by bins.${beyond === 0 ? '' : ` ${plural(beyond, 'value lies', 'values lie')} beyond the axis.`}`,
    },
    tip: {
      values: (n: number) => `n ${number(n)}`,
    },
    noneYet: (missing: number) =>
      `${plural(missing, 'session has', 'sessions have')} nothing that this measure reads, or ended less than half a minute ago: they are not measured yet then.`,
    unmeasured: (missing: number) =>
      `${plural(missing, 'session has', 'sessions have')} no result of this: not yet computed, or nothing of the kind happened there.`,
    table: 'Values of the groups',
    pairs: 'Differences between groups',
    withIntervals: 'with 95 % intervals; Mann–Whitney U, or Fisher’s exact test for rates',
    columns: {
      group: 'Group',
      n: 'n',
      pairN: (second: number, first: number) => `${number(second)}, ${number(first)}`,
      mean: 'Mean',
      sd: 'SD',
      median: 'Median',
      interval: '95 % CI',
      quartiles: 'Quartiles',
      range: 'Range',
      rate: 'Rate',
      difference: 'Difference',
      delta: 'Cliff’s δ',
      g: 'Hedges’ g',
      test: 'Test',
      p: 'p',
      pHolm: 'p (Holm)',
    },
    tests: { mannWhitney: 'Mann–Whitney U', fisher: 'Fisher’s exact', kruskalWallis: 'Kruskal–Wallis H', chiSquared: 'χ²' },
    overall: (test: string, freedom: number, statistic: string, p: string) =>
      `${test}(${freedom}) = ${statistic}, p ${p.startsWith('<') ? p : `= ${p}`}`,
    pair: (second: string, first: string) => `${second} − ${first}`,
    methods:
      'Differences are of medians with Price and Bonett’s interval (of rates: Newcombe’s); Cliff’s δ and Hedges’ g with 95 % intervals; two-sided tests; p after Holm where there are several pairs.',
    progress: {
      waiting: 'Looking for sessions to measure …',
      running: (done: number, total: number) => `Measuring in the background: ${number(done)} of ${plural(total, 'session', 'sessions')}`,
      cancelled: 'Measuring was stopped. Results of some sessions may be missing.',
      failed: (message: string) => `Measuring failed: ${message}`,
      cancel: 'Stop measuring',
      resume: 'Measure what is missing',
    },
    failed: (message: string) => `This could not be read: ${message}`,
    empty: {
      none: 'No session to measure here',
      noneMeaning: 'Filters and time range leave no session over. Sessions are measured half a minute after their last event.',
      all: 'Show all time',
    },
    nothing: 'No session here has a value of this measure.',
    notYet: (sessions: number) =>
      `${plural(sessions, 'session is', 'sessions are')} not measured yet. That happens by itself half a minute after the last event, and shows up here.`,
    definition: 'Definition',
    data: 'Other measures',
    definitionsTitle: 'Definitions',
    definitions: {
      intro:
        'Every measure is a published definition with a version. What is changed here holds for this flight: results are computed anew in the background, and the old ones stay under their parameters.',
      source: 'Source',
      parameters: 'Parameters',
      columns: 'Columns',
      example: 'Worked example',
      exampleGives: 'gives',
      preset: 'Rule',
      defaults: 'Sightline’s defaults',
      own: 'Own parameters',
      changed: 'Changed in this flight',
      edit: 'Change parameters',
      save: 'Measure with these',
      cancel: 'Cancel',
      reset: 'Back to the defaults',
      json: 'As JSON',
      list: 'One in each line',
      event: 'event',
      details: 'details',
      at: 'ms',
      more: (count: number) => `… and ${number(count)} more like these.`,
      openPlot: 'Show across sessions',
    },
    paper: {
      intro: 'Chosen measures by condition, ready to be copied.',
      add: 'Add a measure',
      remove: (title: string) => `Remove ${title}`,
      copyMarkdown: 'Copy as Markdown',
      copyCsv: 'Copy as CSV',
      copyLatex: 'Copy as LaTeX',
      measure: 'Measure',
      noConditions: 'Choose what the sessions are grouped by.',
      note: (by: string, filters: string) =>
        `Groups: ${by}. ${filters} M mean, SD standard deviation, Mdn median, IQR interquartile range, CI 95 % interval of the median by order statistics. Tests two-sided: Mann–Whitney U for two groups, Kruskal–Wallis H for more; Fisher and χ² for rates. δ: Cliff’s delta, g: Hedges’ g, with 95 % intervals.`,
      allSessions: 'All sessions.',
      filtered: (chips: string) => `Sessions: ${chips}.`,
    },
  },
};
