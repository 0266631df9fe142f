/** What a made-up shop saw: who came when, how they went through its pages, and what they did there. */
export interface VisitsOptions {
  seed: string;
  sessions: number;
  /** The span the sessions begin in. */
  from: number;
  days: number;
  flight: string;
  /** Mean page views of a session; about 12 events belong to each. */
  pagesPerSession?: number;
}
