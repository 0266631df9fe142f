/** The files that a replay file brought along, as addresses that need no network; style sheets have theirs written into them. */
export function embeddedAssets(document: Document): (hash: string) => string {
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
  return (hash) => addressOf(hash, []);
}

const REFERENCE = /sightline-asset:([0-9a-f]{64})/g;

function styleAddress(base64: string, addressOf: (hash: string) => string): string {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const css = new TextDecoder().decode(bytes).replaceAll(REFERENCE, (_, hash: string) => addressOf(hash));
  return `data:text/css;charset=utf-8,${encodeURIComponent(css)}`;
}
