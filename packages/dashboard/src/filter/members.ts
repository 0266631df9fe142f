/** A list as one text of a URL: members parted by `|`, which `\` marks within a member; undefined where there are none. */
export const joinedMembers = (given: readonly string[] | undefined): string | undefined =>
  given === undefined || given.length === 0 ? undefined : given.map((member) => member.replaceAll(/[\\|]/g, '\\$&')).join('|');

/** The members of such a text. */
export function readMembers(text: unknown): string[] {
  if (typeof text !== 'string') return [];
  const found = text.match(/(?:\\.|[^|\\])+/gs) ?? [];
  return found.map((member) => member.replaceAll(/\\(.)/gs, '$1'));
}
