/**
 * Where a chunk stands in its lane. Our tracker numbers chunks itself. The recording backend's callers do not, and may send side by side:
 * theirs stand by their time; the number that the door gave decides within a millisecond. Below 2^53 until the year 2248.
 */
export const PLACE = "if(dialect = 'native', toUInt64(sequence), toUInt64(greatest(at, 0)) * 1024 + sequence % 1024)";

/** Rows of the recording backend's calls are one lane, whose name is the tab that came first. */
export const LANE = `if(dialect = 'native', tab, (
  SELECT argMin(tab, (arrival, sequence)) FROM recordings
  WHERE flight = {flight:String} AND session = {session:UUID} AND dialect != 'native'))`;
