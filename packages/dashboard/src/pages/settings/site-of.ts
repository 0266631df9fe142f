/** An address to begin with: the first allowed origin that is one site; where there is none, the example shop of this server. */
export function siteOf(allowedOrigins: readonly string[], server: string): string {
  const exact = allowedOrigins.find((origin) => !origin.includes('*'));
  return exact === undefined ? `${server}/shop/products.html` : `${exact}/`;
}
