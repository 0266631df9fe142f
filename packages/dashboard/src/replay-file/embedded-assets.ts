/** The files that a replay file brought along. */
export interface EmbeddedAssets {
  /** As an address that needs no network; style sheets have theirs written into them. */
  address(hash: string): string;
  /** As the text that it was. */
  text(hash: string): Promise<string>;
}

/** Finds them in the file's page. */
export function embeddedAssets(document: Document): EmbeddedAssets {
  const elements = new Map(
    [...document.querySelectorAll('script[data-asset]')].map((element) => [element.getAttribute('data-asset') ?? '', element]),
  );
  const addresses = new Map<string, string>();

  const addressOf = (hash: string, within: readonly string[]): string => {
    const known = addresses.get(hash);
    const element = elements.get(hash);
    if (known !== undefined || element === undefined || within.includes(hash)) return known ?? 'data:,';
    const type = element.getAttribute('data-type') ?? '';
    const body = element.textContent.trim();
    const address = type.startsWith('text/css')
      ? styleAddress(body, (inner) => addressOf(inner, [...within, hash]))
      : `data:${type};base64,${body}`;
    addresses.set(hash, address);
    return address;
  };
  return {
    address: (hash) => addressOf(hash, []),
    async text(hash) {
      const element = elements.get(hash);
      if (element === undefined) throw new Error(`expected the asset ${hash} in the file, found none`);
      return textOf(element.textContent.trim());
    },
  };
}

const REFERENCE = /sightline-asset:([0-9a-f]{64})/g;

function styleAddress(base64: string, addressOf: (hash: string) => string): string {
  const css = textOf(base64).replaceAll(REFERENCE, (_, hash: string) => addressOf(hash));
  return `data:text/css;charset=utf-8,${encodeURIComponent(css)}`;
}

const textOf = (base64: string): string => new TextDecoder().decode(Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)));
