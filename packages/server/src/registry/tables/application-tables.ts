/** A site or app under study. */
export interface ApplicationTable {
  id: string;
  name: string;
  createdAt: number;
  archivedAt: number | null;
  erasedFrom: number | null;
}

/** One deployment of an application. */
export interface FlightTable {
  id: string;
  applicationId: string;
  name: string;
  active: number;
  acceptsUnsigned: number;
  createdAt: number;
  archivedAt: number | null;
  erasedFrom: number | null;
}

/** A token that pages carry. */
export interface FlightTokenTable {
  id: string;
  flightId: string;
  token: string;
  createdAt: number;
  /** Revoked tokens are kept, so that what a page carried can still be told. */
  revokedAt: number | null;
}

/** A pattern of origins whose pages a flight takes events from; `position` is its place in the list. */
export interface AllowedOriginTable {
  flightId: string;
  pattern: string;
  position: number;
}

/** A version of what a flight records. */
export interface CaptureSettingsTable {
  flightId: string;
  version: number;
  hash: string;
  /** JSON. */
  settings: string;
  createdAt: number;
  /** The name of the account, as it was. */
  createdBy: string | null;
}
