import type { SessionDetail, StoredEvent } from '@sightline/protocol';
import { useMemo } from 'react';
import { growing } from '../../data/growing.ts';
import { momentRules, PUBLISHED } from './moment-rules.ts';
import { momentsOf, type Moment } from './moments-of.ts';

/** What stands out in a session's events, by the rules that its figures go by as soon as those are there. */
export function useMoments(events: readonly StoredEvent[], detail: SessionDetail | undefined): readonly Moment[] {
  // The session's facts are asked for again and again; what it is measured by seldom changes.
  const rules = JSON.stringify(detail ? momentRules(detail.metrics) : PUBLISHED);
  const read = useMemo(() => growing(() => momentsOf(JSON.parse(rules))), [rules]);
  return read(events);
}
