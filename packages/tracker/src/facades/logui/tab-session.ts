import type { SessionId } from '@sightline/protocol';
import { isUuidText } from '../../identity/parsed.ts';
import type { Session } from '../../identity/session.ts';
import type { KeptTexts } from '../../page/kept-texts.ts';

/** Where LogUI keeps a tab's session; integrations read it. */
export const SESSION_KEY = 'logUI-sessionIDKey';

/** LogUI's rule: one session per tab, for as long as the tab lives, over navigation and restarts. */
export function tabSession({ session, uuid }: { session: KeptTexts; uuid: () => string }): Session {
  const known = session.get(SESSION_KEY);
  const id = (isUuidText(known) ? known : uuid()) as SessionId;
  session.set(SESSION_KEY, id);
  // Times that make no other tab go on with it.
  const record = { id, startedAt: 0, activeAt: 0 };
  return { id: () => id, record: () => record, join: () => undefined, touch: () => false, leave: () => undefined, endsAt: () => Infinity };
}
