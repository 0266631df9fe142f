import type { eventWithTime } from '@rrweb/types';
import type { RecordingAsset } from '@sightline/protocol';

/** The events with their assets put in, as data addresses and as the text of style sheets. */
export function withAssets(events: eventWithTime[], assets: { asset: RecordingAsset; bytes: Buffer }[]): eventWithTime[] {
  const known = new Map(assets.map(({ asset, bytes }) => [asset.hash, { type: asset.contentType, bytes }]));
  const missing = new Set<string>();
  const find = (hash: string) => {
    const found = known.get(hash);
    if (!found) missing.add(hash);
    return found;
  };
  const inCss = (css: string) =>
    css.replaceAll(/sightline-asset:([0-9a-f]{64})/g, (whole, hash: string) => {
      const found = find(hash);
      return found ? `data:${found.type};base64,${found.bytes.toString('base64')}` : whole;
    });
  const text = JSON.stringify(events)
    .replaceAll(
      /"_cssText":"sightline-asset:([0-9a-f]{64})"/g,
      (_, hash: string) => `"_cssText":${JSON.stringify(inCss(find(hash)?.bytes.toString() ?? ''))}`,
    )
    .replaceAll(/sightline-asset:([0-9a-f]{64})/g, (whole) => inCss(whole));
  if (missing.size > 0) throw new Error(`assets that never came: ${[...missing].join(', ')}`);
  return JSON.parse(text) as eventWithTime[];
}
