/** Where a recorded page's resource may be had from instead of its own address; nothing where it may not be loaded at all. */
export type Resource = (url: string) => string | undefined;

const ASSET = /^sightline-asset:([0-9a-f]{64})(?:[?#].*)?$/;

/** Lets a replay load what the recording brought along: assets, data within the address, and parts of the page itself. */
export const recordedResource =
  (assetUrl: (hash: string) => string): Resource =>
  (url) => {
    const address = url.trim();
    const hash = ASSET.exec(address)?.[1];
    if (hash !== undefined) return assetUrl(hash);
    return address.startsWith('#') || /^data:(?:image|font|application)\//i.test(address) ? address : undefined;
  };
