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
export function problemsOf(options: unknown): string[] {
  if (typeof options !== 'object' || options === null) return [`options: expected an object with token and endpoint, got ${name(options)}`];
  const { token, endpoint, applicationSpecificData: data } = options as Record<string, unknown>;
  const problems: string[] = [];
  if (typeof token !== 'string' || token === '') problems.push(`token: expected the flight’s token, got ${name(token)}`);
  if (!isHttp(endpoint)) problems.push(`endpoint: expected an http or https address, got ${name(endpoint)}`);
  if (data !== undefined && (typeof data !== 'object' || data === null || Array.isArray(data))) {
    problems.push(`applicationSpecificData: expected an object, got ${name(data)}`);
  }
  return problems;
}

function isHttp(endpoint: unknown): boolean {
  try {
    return typeof endpoint === 'string' && /^https?:$/.test(new URL(endpoint).protocol);
  } catch {
    // `URL` throws exactly where the text is no absolute address.
    return false;
  }
}

const name = (value: unknown): string => (typeof value === 'string' ? `"${value}"` : Array.isArray(value) ? 'an array' : String(value));
