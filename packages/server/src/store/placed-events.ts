/** Events that are counted one by one; of others it is only asked whether there is one. */
const COUNTED = "name IN ('pageView', 'click', 'cursorTracking', 'gaze_fixation')";

/**
 * What follows `SELECT …`: events that came after `since`, and not after `until` where that is given, each once; a copy of an event that had come before is none of them.
 * All three are numbers or places of parameters. `where` is about columns that are the same in each copy. Parts of the table that hold nothing so new are not opened, which
 * is why `FINAL` alone would not do: it compares only what is read.
 */
export function placedEvents({ since, until, where = '1' }: { since: string; until?: string; where?: string }): string {
  const isNew = `arrival > ${since}${until === undefined ? '' : ` AND arrival <= ${until}`} AND ${where}`;
  return `FROM events FINAL PREWHERE ${isNew} WHERE (flight, session, tab, sequence) NOT IN
    (SELECT flight, session, tab, sequence FROM events PREWHERE arrival <= ${since} AND ${COUNTED} AND ${where}
      AND session IN (SELECT session FROM events PREWHERE ${isNew}))`;
}
