/** The words of a query, in lower case and in order: letters and digits of any script. */
export const tokens = (text: string): string[] =>
  text
    .toLowerCase()
    .normalize('NFC')
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
