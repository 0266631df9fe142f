/** What the name of an event begins with that a rule yielded afterwards, where it stands beside recorded ones. */
export const DERIVED = 'derived:';

/** Stands for all of them in `Sees`; `*` is every recorded event and none of these. */
export const EVERY_DERIVED = `${DERIVED}*`;

/** Whether an event of that name was recorded by nobody. */
export const isDerivedName = (name: string): boolean => name.startsWith(DERIVED);
