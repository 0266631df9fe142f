import { NEW_STUDY, type Flight, type StudySettings } from '@sightline/protocol';

/** What this flight's study begins with: its name, and where its pages are. */
export const newStudy = ({ name, allowedOrigins }: Flight, server: string): StudySettings => ({
  ...NEW_STUDY,
  slug: slugOf(name),
  url: siteOf(allowedOrigins, server),
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
