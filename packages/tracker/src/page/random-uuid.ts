/** A random UUID (version 4); `crypto.randomUUID` is missing on pages without TLS. */
export function randomUuid(crypto: Crypto): string {
  const hex = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/(.{8})(.{4}).(.{3}).(.{3})(.{12})/, '$1-$2-4$3-a$4-$5');
}
