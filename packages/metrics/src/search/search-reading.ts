import type { TabId } from '@sightline/protocol';
import { eventPattern, patternSees } from '../event-pattern.ts';
import type { Extra, MeasuredEvent, Sees } from '../metric.ts';
import { logged } from './logged.ts';

/** Which events tell of searching, and where they say what was asked and what was clicked. */
export type SearchRule = {
  query: readonly string[];
  /** The results of the last query are on the screen. */
  painted: readonly string[];
  click: readonly string[];
  /** Where an event says these: a field of its details, of its metadata, or of the values submitted with it. */
  textField: string;
  rankField: string;
  documentField: string;
};

export const SEARCH_DEFAULTS: SearchRule = {
  query: ['query', 'submit/query'],
  painted: ['results'],
  click: ['result', 'click/result', 'mouseClick/result'],
  textField: 'query',
  rankField: 'rank',
  documentField: 'document',
};

export const SEARCH_PRESETS = [
  {
    name: 'LogUI groups',
    source: 'For LogUI configurations whose groups are named QUERY and RESULT_CLICK.',
    parameters: { query: ['submit/QUERY'], click: ['click/RESULT_CLICK', 'mouseClick/RESULT_CLICK'] },
  },
] as const;

export const SEARCH_EXTRAS: readonly Extra[] = ['metadata'];

export const searchSees = ({ query, painted, click, textField, rankField, documentField }: SearchRule): Sees => ({
  ...patternSees(painted),
  ...patternSees([...query, ...click], [textField, rankField, documentField, 'submissionValues']),
});

/** A click on a result. */
export interface ResultClick {
  at: number;
  tab: TabId;
  rank: number | null;
  document: string | null;
}

/** A query, and what was done before the next. */
export interface Query {
  at: number;
  tab: TabId;
  text: string | null;
  paintedAt: number | null;
  clicks: ResultClick[];
  /** When the next query came. */
  nextAt: number | null;
}

/** Reads a session's queries with the clicks on their results. Clicks before the first query belong to none. */
export function searchReading(rule: SearchRule): { see(event: MeasuredEvent): void; queries(): Query[] } {
  const [asks, paints, clicks] = [eventPattern(rule.query), eventPattern(rule.painted), eventPattern(rule.click)];
  const queries: Query[] = [];
  return {
    see(event) {
      const { at, tab } = event;
      const current = queries.at(-1);
      if (asks(event)) {
        if (current) current.nextAt = at;
        queries.push({ at, tab, text: asText(logged(event, rule.textField)), paintedAt: null, clicks: [], nextAt: null });
      } else if (paints(event)) {
        if (current) current.paintedAt ??= at;
      } else if (clicks(event)) current?.clicks.push(resultClick(event, rule));
    },
    queries: () => queries,
  };
}

/** What a click on a result says of it. */
export const resultClick = (event: MeasuredEvent, { rankField, documentField }: SearchRule): ResultClick => ({
  at: event.at,
  tab: event.tab,
  rank: asNumber(logged(event, rankField)),
  document: asText(logged(event, documentField)),
});

const asText = (value: unknown): string | null => (typeof value === 'string' ? value : typeof value === 'number' ? String(value) : null);

/** Attributes are texts. */
function asNumber(value: unknown): number | null {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
}
