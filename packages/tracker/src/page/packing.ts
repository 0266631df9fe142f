/** A file as its bytes were, named by them. */
export interface Packed {
  hash: string;
  contentType: string;
  data: string;
  encoding: 'base64' | 'gzip';
  /** The file itself where it is a text. */
  text?: string;
}

export interface Packing {
  /** A text as base64 of its gzip; undefined where the browser cannot compress. */
  gzip(text: string): Promise<string | undefined>;
  /** A text as a file of its own. */
  text(text: string, contentType: string): Promise<Packed | undefined>;
  /** What a bitmap shows, as a file; undefined where the browser cannot draw outside of pages. */
  picture(bitmap: ImageBitmap): Promise<Packed | undefined>;
  /** What stands at an address, as the browser has it already; undefined where it cannot be read, is too large, or is no file of the kind. */
  file(url: string, most: number): Promise<Packed | undefined>;
}

/** Compresses, hashes and fetches. It also runs as text inside a worker, so nothing here comes from outside. */
export function packing(): Packing {
  const base64 = (buffer: ArrayBuffer): string => {
    const bytes = new Uint8Array(buffer);
    let text = '';
    // More arguments at once than some engines take.
    for (let from = 0; from < bytes.length; from += 32_768) text += String.fromCharCode(...bytes.subarray(from, from + 32_768));
    return btoa(text);
  };
  const hashOf = async (bytes: BufferSource): Promise<string | undefined> => {
    // Pages that came over plain HTTP have none.
    const { subtle } = crypto as Partial<Crypto>;
    if (!subtle) return undefined;
    const digest = new Uint8Array(await subtle.digest('SHA-256', bytes));
    return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  };
  const gzip = async (text: string): Promise<string | undefined> => {
    if (typeof CompressionStream === 'undefined') return undefined;
    const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
    return base64(await new Response(stream).arrayBuffer());
  };
  return {
    gzip,
    async text(text, contentType) {
      const bytes = new TextEncoder().encode(text);
      const hash = await hashOf(bytes);
      if (!hash) return undefined;
      const data = await gzip(text);
      return { hash, contentType, encoding: data ? 'gzip' : 'base64', data: data ?? base64(bytes.buffer) };
    },
    async picture(bitmap) {
      if (typeof OffscreenCanvas === 'undefined') return undefined;
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
      canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
      bitmap.close();
      const blob = await canvas.convertToBlob({ type: 'image/webp', quality: 0.6 });
      const buffer = await blob.arrayBuffer();
      return { hash: (await hashOf(buffer)) ?? '', contentType: blob.type, encoding: 'base64', data: base64(buffer) };
    },
    async file(url, most) {
      const response = await fetch(url, { cache: 'force-cache', credentials: 'same-origin' });
      const contentType = response.headers.get('content-type') ?? '';
      const isText = /^text\/css/i.test(contentType);
      if (!response.ok || !(isText || /^(?:image|font)\/|^application\/(?:x-)?font|^application\/vnd\.ms-fontobject/i.test(contentType)))
        return undefined;
      const buffer = await response.arrayBuffer();
      const hash = buffer.byteLength > most ? undefined : await hashOf(buffer);
      if (!hash) return undefined;
      const packed: Packed = { hash, contentType, encoding: 'base64', data: base64(buffer) };
      if (isText) packed.text = new TextDecoder().decode(buffer);
      return packed;
    },
  };
}
