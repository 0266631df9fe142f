import { gunzipSync } from 'node:zlib';
import { LIMITS } from '@sightline/protocol';
import type { Store } from '../store/index.ts';
import type { StoredAsset } from '../store/asset.ts';

const REFERENCE = /sightline-asset:([0-9a-f]{64})/g;
/** Characters of addresses that are kept for the next snapshot that wants them. */
const KEPT = 64 * 1024 * 1024;

/** A flight's assets as `data:` addresses, which need no server. */
export function assetAddresses(store: Pick<Store, 'asset'>, flight: string) {
  const known = new Map<string, string>();
  let characters = 0;

  const addressOf = async (hash: string, within: readonly string[]): Promise<string> => {
    const cached = known.get(hash);
    const found = cached === undefined && !within.includes(hash) ? await store.asset({ flight, hash }) : undefined;
    if (found === undefined) return cached ?? 'data:,';
    const bytes = bytesOf(found);
    const isStyle = /^text\/css/i.test(found.contentType);
    const body = isStyle ? Buffer.from(await writtenInto(bytes.toString(), [...within, hash])) : bytes;
    const address = `data:${found.contentType.replaceAll(/[\s"\\]/g, '')};base64,${body.toString('base64')}`;
    characters += address.length;
    if (characters <= KEPT) known.set(hash, address);
    return address;
  };
  const writtenInto = async (text: string, within: readonly string[] = []): Promise<string> => {
    const addresses = new Map<string, string>();
    for (const [, hash = ''] of text.matchAll(REFERENCE)) if (!addresses.has(hash)) addresses.set(hash, await addressOf(hash, within));
    return addresses.size === 0 ? text : text.replaceAll(REFERENCE, (_, hash: string) => addresses.get(hash) ?? 'data:,');
  };
  return {
    /** A text in which each reference to an asset is the asset; one that the flight does not have is empty. */
    writtenInto: (text: string) => writtenInto(text),
  };
}

/** An asset out of its compression. */
export const bytesOf = ({ encoding, body }: StoredAsset): Buffer =>
  encoding === 'gzip' ? gunzipSync(body, { maxOutputLength: LIMITS.assetBytes }) : body;
