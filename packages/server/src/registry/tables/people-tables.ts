/** Who a page said its visitor is. */
export interface PersonTable {
  id: string;
  applicationId: string;
  /** What makes the person the same: the email in lower case. */
  identity: string;
  /** The same as the page last wrote it. */
  label: string;
  createdAt: number;
  updatedAt: number;
}

/** A browser profile that was registered as a person. */
export interface PersonVisitorTable {
  personId: string;
  visitor: string;
  /** Where the visitor was first registered as this person. */
  flightId: string;
  firstAt: number;
  lastAt: number;
}

/** A person or visitor who was found to be another person. */
export interface PersonMergeTable {
  id: string;
  /** Who took the other in. */
  personId: string;
  applicationId: string;
  /** The other's, which from then on means this person; null for a visitor nobody had named. */
  identity: string | null;
  /** The other as it was (`MergedPerson`), as JSON. */
  was: string;
  at: number;
  by: string;
}

export interface ErasedVisitorTable {
  /** Of the application and the visitor: who it was cannot be told. */
  hash: string;
  erasedAt: number;
}
