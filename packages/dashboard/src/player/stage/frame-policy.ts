/**
 * Tells the browser itself what a replayed page may load: assets of recordings, and data that it carries. Whatever slips through the
 * reading of its events is stopped here; documents within it inherit the policy, and it outlives every new snapshot.
 */
export function guardFrame(frame: HTMLIFrameElement, assets: string): void {
  const inside = frame.contentDocument;
  if (!inside) throw new Error('guardFrame: expected a frame whose document can be reached, found none');
  const policy = inside.createElement('meta');
  policy.httpEquiv = 'Content-Security-Policy';
  policy.content = framePolicy(assets);
  inside.head.append(policy);
  // Nobody can click or tab into the past.
  frame.inert = true;
  frame.tabIndex = -1;
}

/** The policy's text, for assets under an address such as `https://stats.example.org/api/v1/assets/`. */
export const framePolicy = (assets: string): string =>
  [
    "default-src 'none'",
    `img-src data: ${assets}`,
    `font-src data: ${assets}`,
    `style-src 'unsafe-inline' ${assets}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
