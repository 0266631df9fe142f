import { assetUrl } from '@sightline/client';

/** Loads style sheets that the recordings of a flight share, by their hash. */
export const flightSheets =
  (flight: string) =>
  async (hash: string): Promise<string> => {
    const response = await fetch(assetUrl(flight, hash), { credentials: 'same-origin' });
    if (!response.ok) throw new Error(`The style sheet ${hash} cannot be had: ${response.status}`);
    return response.text();
  };
