/** Some sessions of one flight. */
export interface SessionsOfFlight {
  flight: string;
  sessions: readonly string[];
}
