import type { DerivedEvents, DerivedEventsQuery, DerivedRule, DerivedRules, Rule } from '@sightline/protocol';
import type { Caller } from '../caller.ts';
import { query } from '../query.ts';

const id = encodeURIComponent;

/** Rules that are applied afterwards, and what they would have logged. */
export const derived = ({ get, send }: Caller) => ({
  rules: (flight: string, signal?: AbortSignal) => get<DerivedRules>(`/flights/${id(flight)}/rules`, signal),
  createRule: (flight: string, rule: Rule) => send<DerivedRule>('POST', `/flights/${id(flight)}/rules`, rule),
  changeRule: (of: string, rule: Rule) => send<DerivedRule>('PUT', `/rules/${id(of)}`, rule),
  applyRule: (of: string) => send<DerivedRule>('POST', `/rules/${id(of)}/apply`),
  deleteRule: (of: string) => send<unknown>('DELETE', `/rules/${id(of)}`),
  derivedEvents: (of: string, asked: DerivedEventsQuery, signal?: AbortSignal) =>
    get<DerivedEvents>(`/rules/${id(of)}/events${query({ ...asked })}`, signal),
});
