/** What a page starts the tracker with. */
export interface Options {
  /** The flight's token, as the dashboard shows it. */
  token: string;
  /** Address of the Sightline server, such as `https://stats.example.org/`. */
  endpoint: string;
  /** The study's own fields, attached to every event. */
  applicationSpecificData?: Record<string, unknown>;
}

/** Every problem of the options, named by its path; none where they can be used. */
export function problemsOf({ token, endpoint, applicationSpecificData }: { [Name in keyof Options]?: unknown } = {}): string[] {
  const data = applicationSpecificData ?? {};
  return [
    ...check(typeof token === 'string' && token !== '', 'token', 'text', token),
    ...check(/^https?:../.test(String(endpoint)), 'endpoint', 'an http address', endpoint),
    ...check(Object(data) === data, 'applicationSpecificData', 'an object', data),
  ];
}

const check = (right: boolean, path: string, expected: string, given: unknown): string[] =>
  right ? [] : [`${path}: expected ${expected}, got ${String(given)}`];
