import type { Note } from '@sightline/protocol';
import type { Moment } from './moments-of.ts';

/** Moments with the notes among them that somebody pinned there. */
export function withNotes(moments: readonly Moment[], notes: readonly Note[]): readonly Moment[] {
  const pinned = notes.map(({ at, text: label, id }): Moment => ({ kind: 'note', at, label, note: id }));
  return [...moments, ...pinned].sort((a, b) => a.at - b.at);
}
