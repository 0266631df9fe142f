/** A condition on rows of `derived` and `derived_sessions`: that they are of the flight, and of their rule's newest version that was applied. */
export const NEWEST_DERIVED = `flight = {flight:String}
  AND (rule, ruleVersion) IN (SELECT rule, max(ruleVersion) FROM derived_sessions WHERE flight = {flight:String} GROUP BY rule)`;
