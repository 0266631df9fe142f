import type { Flight, StudySettings } from '@sightline/protocol';

/** What a study begins with: two conditions, in blocks of four, and the names that most questionnaires use. */
export const newStudy = ({ name, allowedOrigins }: Flight, server: string): StudySettings => ({
  slug: slugOf(name),
  url: siteOf(allowedOrigins, server),
  assignment: 'block',
  conditions: [
    { name: 'A', quota: null },
    { name: 'B', quota: null },
  ],
  blockSize: 4,
  openToAll: false,
  participantParameter: 'participant',
  conditionParameter: 'condition',
  orderParameter: 'order',
  stepField: null,
  completedEvent: null,
  droppedAfterMinutes: 30,
  completionUrl: null,
  completionCode: null,
});

function slugOf(name: string): string {
  const slug = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 63);
  return slug.length > 1 ? slug : 'study';
}

const siteOf = (allowedOrigins: readonly string[], server: string): string => {
  const exact = allowedOrigins.find((origin) => !origin.includes('*'));
  return exact === undefined ? `${server}/shop/` : `${exact}/`;
};
