import { lookedFor, Missing, type Sourcer } from './sourcer.ts';

/** A cookie, of those that the configuration allows to be read. */
export const cookie: Sourcer = (_, request, { cookies, allowedCookies }) => {
  const name = lookedFor(request);
  if (!allowedCookies.includes(name)) throw new Missing(`cookie: "${name}" is not among the allowed cookies`);
  for (const pair of cookies().split(/;\s*/)) {
    const [key = '', ...value] = pair.split('=');
    if (key === name) return decoded(value.join('='));
  }
  return undefined;
};

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // Not every cookie is percent-encoded; then it is what it is.
    return text;
  }
}
