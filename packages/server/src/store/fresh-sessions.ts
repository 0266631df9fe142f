/** Of a row of `sessions` that is no session: up to which arrival its flight's sessions are folded. */
export const NO_SESSION = "toUUID('00000000-0000-0000-0000-000000000000')";

/** The first arrival that is not folded: 0 where nothing is, as tabs from before have no arrival. */
export const UNFOLDED = `(SELECT if(count() = 0, 0, max(upTo) + 1) FROM sessions WHERE flight = {flight:String} AND session = ${NO_SESSION})`;

/** A condition on rows of `tabs`: that `sessions` does not tell their session. One with that id is told by none. */
export const FRESH = `(arrival >= ${UNFOLDED} OR session = ${NO_SESSION})`;
