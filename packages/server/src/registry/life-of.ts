/** The dates of an application or flight that are set, as the API shows them. */
export const lifeOf = ({ archivedAt, erasedFrom }: { archivedAt: number | null; erasedFrom: number | null }) => ({
  ...(archivedAt !== null && { archivedAt }),
  ...(erasedFrom !== null && { erasedFrom }),
});
