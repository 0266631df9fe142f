import type { Registry } from '../registry/registry.ts';

/** Somebody with a name, or a visitor whom nobody has named. */
export interface PersonToErase {
  applicationId: string;
  /** Undefined for a visitor whom nobody has named. */
  personId?: string;
  visitors: readonly string[];
}

/** The sessions of a person, by flight, and who of their studies they are. */
export interface PersonTraces {
  flight: string;
  sessions: readonly string[];
  /** Since when anything of them was here. */
  since: number;
  participants: readonly { id: string; code: string }[];
}

/** What is asked of the registry to find and forget a person. */
export type PersonRegistry = Pick<Registry, 'applications' | 'erasePeople' | 'participants' | 'studies'>;
