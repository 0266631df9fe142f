import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { LIMITS, RecordingAsset } from '@sightline/protocol';
import { Compile } from 'typebox/compile';
import type { AssetRow } from '../batch.ts';
import { isAssetType } from '../is-asset-type.ts';
import { problemOf } from './problem-of.ts';

/** Turns one asset of a native client into a row, or says why it cannot. */
export type ReadAsset = (asset: unknown) => AssetRow | string;

/** Compiles the check of assets. A page's token is public: only the hash of the bytes keeps a stranger from changing how a style sheet replays. */
export function assetReader(): ReadAsset {
  const check = Compile(RecordingAsset);
  return (asset) => {
    if (!check.Check(asset)) return problemOf(check, asset, 'the asset').reason;
    const { hash, contentType, url, encoding, data } = asset;
    if (!isAssetType(contentType)) return `contentType must be of a style sheet, a font or an image, got ${JSON.stringify(contentType)}`;
    const bytes = bytesOf(data, encoding);
    if (typeof bytes === 'string') return `data must be ${bytes}`;
    const found = createHash('sha256').update(bytes).digest('hex');
    if (found !== hash) return `hash must be the SHA-256 of the bytes, ${found}, got ${hash}`;
    return { hash, contentType, url, encoding, data };
  };
}

function bytesOf(data: string, encoding: AssetRow['encoding']): Buffer | string {
  const raw = Buffer.from(data, 'base64');
  if (raw.toString('base64') !== data) return `base64, got ${JSON.stringify(data.slice(0, 40))}`;
  if (encoding === 'base64') return raw.length > LIMITS.assetBytes ? `at most ${LIMITS.assetBytes} bytes, got ${raw.length}` : raw;
  try {
    return gunzipSync(raw, { maxOutputLength: LIMITS.assetBytes });
  } catch (error) {
    return `gzip of at most ${LIMITS.assetBytes} bytes: ${error instanceof Error ? error.message : String(error)}`;
  }
}
