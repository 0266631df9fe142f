/** A flight's study. */
export interface StudyTable {
  flightId: string;
  slug: string;
  /** JSON. */
  settings: string;
  /** What the random order of conditions is made from. */
  seed: string;
  updatedAt: number;
}

/** A version of the text that participants agree to. */
export interface ConsentTextTable {
  flightId: string;
  version: number;
  text: string;
  createdAt: number;
  createdBy: string | null;
}

/** Somebody who takes part in a study. */
export interface ParticipantTable {
  id: string;
  flightId: string;
  code: string;
  source: string;
  /** The recruiter's id, until it is erased. */
  externalId: string | null;
  /** A hash of it, which stays: the same person is known again. */
  externalKey: string | null;
  /** JSON: what else the recruiter's link said. */
  recruiter: string;
  state: string;
  condition: string | null;
  /** JSON: names of conditions. */
  conditionOrder: string;
  /** The place in the order of assignment that is held. */
  slot: number | null;
  consentVersion: number | null;
  consentAt: number | null;
  createdAt: number;
  startedAt: number | null;
  lastAt: number | null;
  completedAt: number | null;
  reason: string | null;
  notes: string;
}
