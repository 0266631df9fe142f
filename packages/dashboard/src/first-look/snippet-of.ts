/** The line that a page needs to be recorded. */
export const snippetOf = (origin: string, token: string): string => `<script src="${origin}/sightline.js?token=${token}" defer></script>`;
