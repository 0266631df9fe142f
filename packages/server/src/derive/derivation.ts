import type { DerivedEvent } from '@sightline/protocol';

/** What a rule came to in one session. */
export interface Derivation {
  events: Omit<DerivedEvent, 'session' | 'ordinal' | 'derivedFrom'>[];
  undecided: number;
  problems: Set<string>;
}
