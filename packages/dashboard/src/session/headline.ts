import type { SessionDetail } from '@sightline/protocol';
import { text } from '../text/text.ts';
import { countMissing } from './count-missing.ts';
import { metricValue } from './metric-value.ts';

/** One of the few numbers above everything else. */
export interface HeadlineFigure {
  /** The metric's name; of figures that are none, a word of ours. */
  name: string;
  title: string;
  figure: string;
  definition: string;
  /** `name@version` with its parameters, where a metric made it. */
  origin?: string;
}

/** The metrics that everybody looks at first, by name; the first ones stay where there is little room. */
const HEADLINE = ['session_duration', 'active_time', 'visible_time', 'clicks', 'rage_clicks.seed', 'dead_click'];
const FLAGS = 'quality_flags';

/** The session's headline: a handful of metrics, its pages, and what is wrong with the data where something is. */
export function headline({ session, metrics, completeness }: SessionDetail): HeadlineFigure[] {
  const byName = new Map(metrics.map((metric) => [nameOf(metric.metric), metric]));
  const measured = HEADLINE.flatMap((name) => {
    const metric = byName.get(name);
    if (!metric) return [];
    const value = metricValue(metric);
    return [
      {
        name,
        title: metric.title,
        figure: value.type === 'figure' ? value.figure : '–',
        definition: metric.definition,
        origin: origin(metric),
      },
    ];
  });
  const pages = {
    name: 'pages',
    title: text.measures.pages,
    figure: text.number(session.pageViews),
    definition: text.measures.pagesMeaning,
  };
  // What was refused did arrive, so the difference between expected and stored is not it.
  const missing = countMissing(completeness.tabs.flatMap((tab) => tab.missing));
  const flags = byName.get(FLAGS);
  const raised = Array.isArray(flags?.value) ? flags.value.length : 0;
  return [
    ...measured,
    pages,
    ...(missing > 0
      ? [{ name: 'missing', title: text.measures.missing, figure: text.number(missing), definition: text.completeness.meaning.missing }]
      : []),
    ...(flags && raised > 0
      ? [{ name: FLAGS, title: flags.title, figure: text.number(raised), definition: flags.definition, origin: origin(flags) }]
      : []),
  ];
}

const nameOf = (metric: string): string => metric.slice(0, metric.lastIndexOf('@'));

/** What a metric is published as, with the parameters it ran with. */
export const origin = ({ metric, parameters }: Pick<SessionDetail['metrics'][number], 'metric' | 'parameters'>): string =>
  [metric, ...Object.entries(parameters).map(([name, value]) => `${name} ${JSON.stringify(value)}`)].join(' · ');
