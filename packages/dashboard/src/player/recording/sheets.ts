import type { RecordedEvents } from './stage-events.ts';

export interface SheetsDeps {
  /** The text of a style sheet that recordings share, by its hash. */
  load: (hash: string) => Promise<string>;
}

const ASSET = /^sightline-asset:([0-9a-f]{64})$/;
/** How many are kept: more than a site has, and no more than memory bears. */
const KEPT = 200;

/**
 * Puts style sheets in their place again: a recorder keeps a long one once, as an asset, and refers to it wherever it would be repeated. As
 * text they can be read like all others before a page is built.
 */
export function createSheets({ load }: SheetsDeps) {
  const known = new Map<string, Promise<string>>();
  const text = (hash: string): Promise<string> => {
    // A page without one of its sheets is still better than none.
    const asked = known.get(hash) ?? load(hash).catch(() => '');
    known.delete(hash);
    known.set(hash, asked);
    const [oldest] = known.keys();
    if (known.size > KEPT && oldest !== undefined) known.delete(oldest);
    return asked;
  };

  /** Resolves once every sheet that the events refer to is in them. */
  return async function fill(parts: readonly RecordedEvents[]): Promise<void> {
    const referring = parts.flatMap(({ events }) => events.flatMap((event) => holdersIn(event)));
    await Promise.all(
      referring.map(async (attributes) => {
        const hash = ASSET.exec(String(attributes._cssText))?.[1];
        if (hash !== undefined) attributes._cssText = await text(hash);
      }),
    );
  };
}

type Holder = Record<string, unknown> & { _cssText: string };

/** The objects within an event whose style sheet is an asset; without recursion, as nobody knows how deep a page is. */
function holdersIn(event: unknown): Holder[] {
  const found: Holder[] = [];
  const open: unknown[] = [event];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (typeof value !== 'object' || value === null) continue;
    if ('_cssText' in value && typeof value._cssText === 'string' && ASSET.test(value._cssText)) found.push(value as Holder);
    for (const part of Object.values(value)) if (typeof part === 'object' && part !== null) open.push(part);
  }
  return found;
}
