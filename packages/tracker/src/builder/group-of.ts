import type { Group, MetadataRequest } from '../handlers/group.ts';
import { OFFERED_HANDLERS } from './offered-handlers.ts';

/** What somebody chose for a group. */
export interface GroupChoice {
  selector: string;
  event: string;
  /** The name in the log. */
  name: string;
  metadata: MetadataRequest[];
}

/**
 * The group as a LogUI configuration has it: handlers with several events give each the name with what happened behind it. What a
 * group had before that the form does not show stays.
 */
export function groupOf({ selector, event, name, metadata }: GroupChoice, before?: Group): Group {
  const { metadata: _, properties: had, ...rest } = before?.event === event ? before : {};
  const named = OFFERED_HANDLERS.find((offered) => offered.event === event)?.named ?? [];
  const properties = Object.fromEntries(named.map((key) => [key, { name: named.length === 1 ? name : `${name}_${suffix(key)}` }]));
  const all = before?.name === name ? { ...properties, ...had } : { ...had, ...properties };
  return {
    ...rest,
    selector,
    event,
    name,
    ...(Object.keys(all).length > 0 && { properties: all }),
    ...(metadata.length > 0 && { metadata }),
  };
}

const SUFFIXES: Record<string, string> = {
  mouseenter: 'ENTER',
  mouseleave: 'LEAVE',
  scrollStart: 'START',
  scrollEnd: 'END',
  expose: 'SEEN',
  obscure: 'UNSEEN',
};
const suffix = (key: string) => SUFFIXES[key] ?? key.toUpperCase();
