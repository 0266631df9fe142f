import type { SessionDetail } from '@sightline/protocol';
import { text } from '../text/text.ts';

type Completeness = SessionDetail['completeness'];

/** How whole a session's record is: `unknown` where its client does not number events. */
export type CompletenessState = 'complete' | 'missing' | 'refused' | 'unknown';

/** What to think of a completeness certificate at a glance. */
export function completenessState({ expected, tabs, refused }: Completeness): CompletenessState {
  if (tabs.some(({ missing }) => missing.length > 0)) return 'missing';
  if (refused > 0) return 'refused';
  return expected === null ? 'unknown' : 'complete';
}

/** One tab's line in plain words, with the missing numbers named. */
export function tabWords(tab: Completeness['tabs'][number], number: number): string[] {
  const words = text.completeness;
  const known = tab.expected === null ? words.tabUnknown(number, tab.stored) : words.tab(number, tab.stored, tab.expected);
  return [
    known,
    ...(tab.missing.length > 0
      ? [words.missing(tab.missing.map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`)).join(', '))]
      : []),
    ...(tab.refused > 0 ? [words.refused(tab.refused)] : []),
  ];
}
