/** A moment of a recorded tab. */
export interface RecordedMoment {
  flight: string;
  session: string;
  tab: string;
  at: number;
}
