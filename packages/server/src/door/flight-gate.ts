import type { ApplicationId, FlightId } from '@sightline/protocol';

/** What the door must know of a flight to let somebody in. */
export interface FlightGate {
  application: ApplicationId;
  flight: FlightId;
  active: boolean;
  /** `https://example.org`, `http://localhost:*` (any port), `https://*.example.org`, or `*`. */
  allowedOrigins: readonly string[];
  /** Takes calls without a token from elsewhere than this machine. */
  acceptsUnsigned: boolean;
  /** The client version that the token pins, where it pins one. */
  expectedClientVersion?: string;
}

/** Where the door asks for flights; answers come from memory, so that it may ask for every request. */
export interface FlightAccess {
  byToken(token: string): Promise<FlightGate | undefined>;
  byIds(application: string, flight: string): Promise<FlightGate | undefined>;
  /** The flight that takes calls without a token. */
  unsigned(): Promise<FlightGate | undefined>;
  /** Allowed origins of all active flights: what a preflight, which shows no token, is answered from. */
  origins(): Promise<readonly string[]>;
  /** Calls the listener after any flight, token or origin changed; returns how to end that. */
  subscribe(listener: () => void): () => void;
}
