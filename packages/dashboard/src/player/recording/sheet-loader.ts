import { assetUrl } from '@sightline/client';

/** Reads the style sheets of a flight's recordings, by hash. */
export const sheetLoader =
  (flight: string) =>
  async (hash: string): Promise<string> => {
    const response = await fetch(assetUrl(flight, hash), { credentials: 'same-origin' });
    if (!response.ok) throw new Error(`The style sheet ${hash} cannot be had: ${response.status}`);
    return response.text();
  };
