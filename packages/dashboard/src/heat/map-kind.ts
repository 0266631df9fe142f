/** What a map can show. */
export const MAP_KINDS = ['click', 'move', 'scroll', 'attention', 'gaze'] as const;
export type MapKind = (typeof MAP_KINDS)[number];
