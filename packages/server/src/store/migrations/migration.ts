/** One step of the schema, applied once and never changed after its release. */
export interface Migration {
  /** Counts from 1 without gaps. */
  number: number;
  name: string;
  /** Run in order; each may be run again where a crash came before the migration was recorded. */
  statements: readonly string[];
}
