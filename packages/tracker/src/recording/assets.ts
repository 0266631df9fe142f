import type { RecordingAsset } from '@sightline/protocol';
import type { Packed, Packing } from '../page/packing.ts';
import { cleanUrl } from './clean-url.ts';

export interface AssetsDeps {
  pack: Pick<Packing, 'text' | 'file'>;
  /** Whether a file of that name has gone to the server in this session. */
  has(hash: string): boolean;
  /** Resolves once the asset is safe. */
  send(asset: RecordingAsset): Promise<void>;
}

/** What an address turned out to be: something to refer to, a style sheet whose addresses want the same, or nothing that can be had. */
export type Found = { reference: string } | { css: string } | 'nothing';

/** The files that a recording brings along. */
export interface Assets {
  /** What the address turned out to be, as far as that is known. */
  found(url: string): Found | undefined;
  /** Fetches the address, once; where nothing stands there any more, what the page still shows of it. */
  fetch(url: string, shown?: () => Promise<Packed | undefined>): Promise<Found>;
  /** A text as a file of its own: how to refer to it, where it could be kept. */
  text(text: string, contentType: string): Promise<string | undefined>;
  /** Some of it got lost: all is looked at again when it is seen again, and what is missing sent. */
  forget(): void;
  counts(): { assets: number; assetsFailed: number };
}

/** A larger file stays an address, and so does everything once a page has had its share. */
const FILE_BYTES = 1_000_000;
const DOCUMENT_CHARACTERS = 12_000_000;
const AT_ONCE = 3;
/** An origin that lets nobody read its files is not asked for each of them: every attempt may be reported as a violation of the page's policy. */
const ATTEMPTS = 3;

/** Fetches what the browser has already, a few at a time, and names it by its bytes. */
export function createAssets({ pack, has, send }: AssetsDeps): Assets {
  const known = new Map<string, Found>();
  const asked = new Map<string, Promise<Found>>();
  const refusals = new Map<string, number>();
  const queue: (() => void)[] = [];
  let busy = 0;
  let characters = 0;
  let assets = 0;
  let assetsFailed = 0;

  const keep = async (packed: Packed | undefined, url: string): Promise<string | undefined> => {
    if (!packed) return undefined;
    const { hash, contentType, encoding, data } = packed;
    if (!has(hash)) {
      if (characters + data.length > DOCUMENT_CHARACTERS) return undefined;
      characters += data.length;
      const from = /^https?:/.test(url) ? cleanUrl(url).slice(0, 4_096) : '';
      await send({ hash, contentType: contentType.slice(0, 200), url: from, encoding, data });
      assets += 1;
    }
    return `sightline-asset:${hash}`;
  };

  const turn = () =>
    new Promise<void>((resolve) => {
      queue.push(resolve);
      if (busy < AT_ONCE) next();
    });
  const next = () => {
    const run = queue.shift();
    if (!run) return;
    busy += 1;
    run();
  };

  const get = async (url: string, shown?: () => Promise<Packed | undefined>): Promise<Found> => {
    const { origin } = new URL(url);
    await turn();
    try {
      if ((refusals.get(origin) ?? 0) >= ATTEMPTS) return 'nothing';
      // A page lets go of its own blobs as soon as they are shown.
      const packed = shown && url.startsWith('blob:') ? await pack.file(url, FILE_BYTES).catch(shown) : await pack.file(url, FILE_BYTES);
      if (packed?.text !== undefined) return { css: packed.text };
      const reference = await keep(packed, url);
      return reference ? { reference } : 'nothing';
    } catch {
      // Another origin, a policy, a server that is away: the address stays, and is counted.
      if (!url.startsWith('blob:')) refusals.set(origin, (refusals.get(origin) ?? 0) + 1);
      return 'nothing';
    } finally {
      busy -= 1;
      next();
    }
  };

  return {
    found: (url) => known.get(url),
    fetch(url, shown) {
      const running = asked.get(url);
      if (running) return running;
      const mine = get(url, shown).then((found) => {
        if (found === 'nothing') assetsFailed += 1;
        known.set(url, found);
        return found;
      });
      asked.set(url, mine);
      return mine;
    },
    text: async (text, contentType) => keep(await pack.text(text, contentType).catch(() => undefined), ''),
    forget() {
      // What was lost is not to count twice.
      characters = 0;
      known.clear();
      asked.clear();
    },
    counts: () => ({ assets, assetsFailed }),
  };
}
