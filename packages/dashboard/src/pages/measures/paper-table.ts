import type { MeasureAcross } from '@sightline/protocol';
import { bare, interval, plainFigure, pValue } from '../../charts/figure-text.ts';
import { scaledUnit, type ScaledUnit } from '../../charts/scaled-unit.ts';
import { text } from '../../text/text.ts';
import { amountTitle } from './amount-title.ts';

/** A table of texts. */
export interface PaperTable {
  head: string[];
  rows: string[][];
}

/** What stands of each group behind its n. */
const OF_GROUP = ['M (SD)', 'Mdn', 'IQR', '95 % CI'];

/** Whether what follows is of another group than what stands before. */
export const startsGroup = ({ head }: Pick<PaperTable, 'head'>, place: number): boolean =>
  place > 0 && (head[place + 1] === OF_GROUP[0] || head[place - 1] === OF_GROUP.at(-1));

const PLAIN: ScaledUnit = { by: 1, label: '', sign: '' };

/** A line for each metric: n, M (SD), Mdn, IQR and interval of every group, and how the groups differ. */
export function paperTable(measures: readonly MeasureAcross[], name: (key: string) => string): PaperTable {
  const keys = [...new Set(measures.flatMap(({ groups }) => groups.map(({ key }) => key)))].toSorted((a, b) =>
    a.localeCompare(b, 'en', { numeric: true }),
  );
  const compared = keys.length > 1;
  return {
    head: [
      text.across.paper.measure,
      ...keys.flatMap((key) => [`${name(key)}: n`, ...OF_GROUP]),
      ...(compared ? ['Test', 'p', 'Effect [95 % CI]'] : []),
    ],
    rows: measures.map((measure) => {
      const unit = scaledUnit(measure.unit, Math.max(...measure.groups.map(({ q3 }) => q3 ?? 0)));
      return [
        text.across.axis(amountTitle(measure), unit.label),
        ...keys.flatMap((key) => groupCells(measure, key, unit)),
        ...(compared ? comparisonCells(measure) : []),
      ];
    }),
  };
}

const SIGN = { kruskalWallis: 'H', chiSquared: 'χ²' } as const;

function groupCells(measure: MeasureAcross, key: string, unit: ScaledUnit): string[] {
  const group = measure.groups.find((one) => one.key === key);
  if (!group || group.n === 0) return ['0', '–', '–', '–', '–'];
  if (group.rate)
    return [text.number(group.n), `${plainFigure((100 * group.rate.yes) / group.rate.n)} %`, '–', '–', interval(group.rate.interval, unit)];
  return [
    text.number(group.n),
    `${bare(group.mean, unit)} (${bare(group.sd, unit)})`,
    bare(group.median, unit),
    `${bare(group.q1, unit)}–${bare(group.q3, unit)}`,
    interval(group.medianInterval, unit),
  ];
}

function comparisonCells({ comparison: { overall, pairs } }: MeasureAcross): string[] {
  if (overall) return [`${SIGN[overall.test]}(${overall.freedom}) = ${plainFigure(overall.statistic)}`, pValue(overall.p), '–'];
  const [pair] = pairs;
  if (!pair) return ['–', '–', '–'];
  const effects = [
    pair.cliffsDelta ? `δ = ${plainFigure(pair.cliffsDelta.value)} ${interval(pair.cliffsDelta.interval, PLAIN)}` : '',
    pair.hedgesG ? `g = ${plainFigure(pair.hedgesG.value)} ${interval(pair.hedgesG.interval, PLAIN)}` : '',
    !pair.cliffsDelta && pair.difference
      ? `Δ = ${plainFigure(pair.difference.value * 100)} % [${(pair.difference.interval ?? []).map((end) => plainFigure(end * 100)).join(', ')}]`
      : '',
  ].filter((effect) => effect !== '');
  return [
    pair.statistic === null ? text.across.tests[pair.test] : `U = ${text.number(pair.statistic)}`,
    pValue(pair.p),
    effects.join('; '),
  ];
}

/** As a Markdown table with its note. */
export const asMarkdown = ({ head, rows }: PaperTable, note: string): string =>
  `${[head, head.map((_, index) => (index === 0 ? '---' : '---:')), ...rows].map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`).join('\n')}\n\n${note}\n`;

/** As CSV after RFC 4180; the note stays behind, as nothing but the table belongs in it. */
export const asCsv = ({ head, rows }: PaperTable): string =>
  [head, ...rows]
    .map((cells) => `${cells.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\r\n`)
    .join('');

/** As a LaTeX table of the booktabs package. */
export const asLatex = ({ head, rows }: PaperTable, note: string): string =>
  [
    '\\begin{table}',
    `\\begin{tabular}{l${'r'.repeat(head.length - 1)}}`,
    '\\toprule',
    line(head),
    '\\midrule',
    ...rows.map(line),
    '\\bottomrule',
    '\\end{tabular}',
    `\\caption{${escaped(note)}}`,
    '\\end{table}',
    '',
  ].join('\n');

const line = (cells: readonly string[]) => `${cells.map(escaped).join(' & ')} \\\\`;

const SIGNS: Record<string, string> = { '–': '--', δ: '$\\delta$', Δ: '$\\Delta$', 'χ²': '$\\chi^2$', '−': '$-$', '<': '$<$', '’': "'" };

const escaped = (cell: string): string =>
  cell
    .replaceAll(/[\\&%$#_{}~^]/g, (sign) =>
      sign === '\\' ? '\\textbackslash{}' : sign === '~' || sign === '^' ? `\\${sign}{}` : `\\${sign}`,
    )
    .replaceAll(/χ²|[–δΔ−<’]/g, (sign) => SIGNS[sign] ?? sign);
