import type { VisitorId } from '@sightline/protocol';
import type { KeptTexts } from '../page/kept-texts.ts';
import { isUuidText } from './parsed.ts';

const KEY = 'sightline-visitor';

/** The browser profile's id: the one it has, or a new one. */
export function visitor({ local, uuid }: { local: KeptTexts; uuid: () => string }): VisitorId {
  const known = local.get(KEY);
  const id = isUuidText(known) ? known : uuid();
  local.set(KEY, id);
  return id as VisitorId;
}
