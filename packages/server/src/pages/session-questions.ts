const SESSION_PAGE = /^\/sessions\/([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/i;

/**
 * What the console asks first on the page of a session, as far as the page's address tells: who is there, what they may see, what was recorded with
 * the picture of the moment that is looked at. Empty for other addresses. Each is the very address that the console will use.
 */
export function sessionQuestions(url: string): string[] {
  const [path = '', search = ''] = url.split('?', 2);
  const id = SESSION_PAGE.exec(path)?.[1];
  if (id === undefined) return [];
  const given = new URLSearchParams(search);
  const tab = given.get('tab') ?? '';
  const looked = new URLSearchParams({ opening: momentOf(given.get('t')), ...(tab !== '' && { tab }) });
  return [`/api/v1/sessions/${id}/recording?${looked}`, '/api/v1/me', '/api/v1/applications'];
}

function momentOf(t: string | null): string {
  const moment = Number(t);
  return t === null || t === '' || !Number.isFinite(moment) ? 'start' : String(Math.max(0, Math.round(moment)));
}
