import type { StudySettings } from '@sightline/protocol';

/** The recruitment link of a study; with a code the one that is a participant's own. */
export function linkFor(
  server: string,
  { slug, participantParameter }: Pick<StudySettings, 'slug' | 'participantParameter'>,
  code?: string,
): string {
  return `${server}/study/${slug}${code === undefined ? '' : `?${new URLSearchParams({ [participantParameter]: code })}`}`;
}
