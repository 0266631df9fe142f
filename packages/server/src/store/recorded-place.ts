/** As many chunks within a millisecond have places of their own. */
export const PLACES_IN_A_MS = 1_024;

/**
 * Where a chunk stands in its lane. Our tracker numbers chunks itself. The recording backend's callers do not, and may send side by side:
 * theirs stand by their time; the number that the door gave decides within a millisecond. Below 2^53 until the year 2248.
 */
export const PLACE = `if(dialect = 'native', toUInt64(sequence), toUInt64(greatest(at, 0)) * ${PLACES_IN_A_MS} + sequence % ${PLACES_IN_A_MS})`;

/** The tab that the recording backend's calls of a session came first under: the name of the one lane that they are. */
export const FIRST_UNNUMBERED_TAB = `SELECT argMin(tab, (arrival, sequence)) FROM recordings
  WHERE flight = {flight:String} AND session = {session:UUID} AND dialect != 'native'`;

/** The lane a chunk is replayed as: its own tab's, or that of all the recording backend's calls. */
export const LANE = `if(dialect = 'native', tab, (${FIRST_UNNUMBERED_TAB}))`;
