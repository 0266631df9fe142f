import type { SessionId } from '@sightline/protocol';
import type { KeptTexts } from '../page/kept-texts.ts';

/** Which files this tab has sent, in one session and under one token: each goes once. */
export interface SentAssets {
  has(hash: string): boolean;
  add(hash: string): void;
  /** It did not get there after all. */
  remove(hash: string): void;
}

const KEY = 'sightline-assets';
/** Enough to tell files apart, as nobody gains by a collision on their own page. */
const DIGITS = 20;
const MOST = 2_000;

/** Remembers over documents of the tab; another session sends all again, as one session's files may be erased with it. */
export function createSentAssets(session: KeptTexts, of: () => { session: SessionId; token: string }): SentAssets {
  const read = (): string[] => {
    const [owner, ...hashes] = (session.get(KEY) ?? '').split(' ');
    return owner === ownerOf(of()) ? hashes : [];
  };
  const keep = (hashes: string[]) => void session.set(KEY, [ownerOf(of()), ...hashes].join(' '));
  return {
    has: (hash) => read().includes(hash.slice(0, DIGITS)),
    add: (hash) => keep([...read().slice(-MOST), hash.slice(0, DIGITS)]),
    remove: (hash) => keep(read().filter((each) => !hash.startsWith(each))),
  };
}

const ownerOf = ({ session, token }: { session: SessionId; token: string }) => `${session}/${token}`;
