/** What is known of a visitor's preferences: for each media feature, the value that holds for them. */
export type VisitorMedia = ReadonlyMap<string, string>;

/** The value of each feature where nothing else was recorded. */
const OTHERWISE = new Map([
  ['prefers-color-scheme', 'light'],
  ['prefers-reduced-motion', 'no-preference'],
  ['prefers-contrast', 'no-preference'],
  ['forced-colors', 'none'],
  ['hover', 'none'],
  ['pointer', 'none'],
]);

/** Of a recording that does not tell: most pages look like this to most people, and nothing is to follow the reader. */
export const UNTOLD: VisitorMedia = new Map([['prefers-color-scheme', 'light']]);

/** Reads what a recorder told beside the page's size: `['prefers-color-scheme:dark', …]`. */
export function toldMedia(told: unknown): VisitorMedia {
  if (!Array.isArray(told)) return UNTOLD;
  const media = new Map(OTHERWISE);
  for (const each of told) {
    const [feature = '', value = ''] = String(each).split(':');
    // A precise pointer may be coarse too; the first told is the one that the page was styled for.
    if (media.get(feature) === OTHERWISE.get(feature) && media.has(feature)) media.set(feature, value);
  }
  return media;
}

/** Whether `(feature: value)`, or `(feature)` alone, held for the visitor; undefined where that is not known. */
export function held(media: VisitorMedia, feature: string, value: string | undefined): boolean | undefined {
  const own = media.get(feature);
  if (own === undefined) return undefined;
  return value === undefined ? !['none', 'no-preference'].includes(own) : own === value;
}
