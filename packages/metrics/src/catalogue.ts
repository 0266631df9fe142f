import { exampleEvents } from './example-events.ts';
import { GROUPS, type Group } from './groups.ts';
import { metricId, type Metric } from './metric.ts';
import { seenBy } from './seen-by.ts';

/** Every metric in words, as Markdown: what `docs/metrics.md` holds. */
export function catalogue(metrics: readonly Metric[]): string {
  const groups = (Object.keys(GROUPS) as Group[]).flatMap((group) => {
    const own = metrics.filter((metric) => metric.group === group);
    return own.length > 0 ? [`## ${GROUPS[group]}`, ...own.map(entry)] : [];
  });
  return `${[PREFACE, contents(metrics), ...groups].join('\n\n')}\n`;
}

const PREFACE = `# Metrics

Made from the code (\`UPDATE_DOCS=1 npx vitest run packages/metrics\` writes it anew): every definition below is the one that runs, and a test
computes every example. Another computes each metric, with each preset, from the tables of an export with pandas, and in a browser: the values
are the same (\`e2e/equality.test.ts\`). A metric is a pure function of one session's events, published as \`name@version\`; a changed definition
is a new version. Neither order of arrival, nor duplicates, nor how events were split into batches changes a value. Times are in milliseconds; \`null\`
is "cannot be told", never 0.

Presets are sets of parameters with a name; parameters that a preset does not give stay at their default. Where a study names events in
parameters, \`query\` is every event of that name, and \`click/result\` those whose details are also named \`result\`. Search, form, pointer and
gaze metrics are shown for sessions that have such events.`;

const contents = (metrics: readonly Metric[]): string =>
  metrics.length === 0
    ? ''
    : table(
        ['metric', 'unit', 'in words'],
        metrics.map((metric) => [`[\`${metricId(metric)}\`](#${anchor(metricId(metric))})`, metric.unit, metric.title]),
      );

/** As GitHub makes anchors of headings. */
const anchor = (heading: string): string => heading.toLowerCase().replaceAll(/[^\w-]/g, '');

function entry(metric: Metric): string {
  const { title, unit, definition, source, columns, parameters, presets } = metric;
  return [
    `### ${metricId(metric)}`,
    `**${title}** (${unit}). ${definition}`,
    `Source: ${source}`,
    `Reads: ${read(metric)}.`,
    ...(columns
      ? [
          table(
            ['column', 'holds'],
            Object.entries(columns).map(([name, holds]) => [`\`${name}\``, holds]),
          ),
        ]
      : []),
    ...(Object.keys(parameters).length > 0
      ? [
          table(
            ['parameter', 'default'],
            Object.entries(parameters).map(([name, value]) => [`\`${name}\``, code(value)]),
          ),
        ]
      : []),
    ...(presets.length > 0
      ? [
          table(
            ['preset', 'parameters', 'source'],
            presets.map((preset) => [preset.name, code(preset.parameters), preset.source]),
          ),
        ]
      : []),
    example(metric),
  ].join('\n\n');
}

function read(metric: Metric): string {
  const names = Object.keys(seenBy(metric)).map((name) => (name === '*' ? 'every event' : `\`${name}\``));
  return [...names, ...(metric.ends ? ['the first and last event'] : [])].join(', ');
}

/** Examples of many events would hide the definition. */
const SHOWN = 12;

function example({ example: one }: Metric): string {
  const events = exampleEvents(one);
  const rows = events.slice(0, SHOWN).map(({ at, name, details, metadata = [] }) => {
    const sourced =
      metadata.length > 0 ? ` and metadata ${code(Object.fromEntries(metadata.map(({ name: key, value }) => [key, value])))}` : '';
    return [String(at), `\`${name}\``, Object.keys(details).length > 0 || sourced ? code(details) + sourced : ''];
  });
  const more = events.length > SHOWN ? `\n\n… and ${events.length - SHOWN} more like these.` : '';
  return `Example:\n\n${table(['ms', 'event', 'details'], rows)}${more}\n\n→ ${code(one.value)}`;
}

const CODE_LENGTH = 400;

function code(value: unknown): string {
  const text = JSON.stringify(value).replaceAll('|', '\\|');
  return `\`${text.length > CODE_LENGTH ? `${text.slice(0, CODE_LENGTH)} …` : text}\``;
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
