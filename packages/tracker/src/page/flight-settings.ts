import type { CaptureSettings, SettingsVersion } from '@sightline/protocol';

/** What a server answers of a flight's settings. */
export type FlightSettings = Pick<SettingsVersion, 'hash' | 'settings'>;

const AGAIN_AFTER_MS = [2_000, 10_000, 30_000];

/** Asks a server for a flight's settings until it answers; rejects where it says that there is no such flight. */
export async function flightSettings(
  window: Window & typeof globalThis,
  { endpoint, token }: { endpoint: string; token: string },
  signal: AbortSignal,
): Promise<FlightSettings> {
  const address = new URL(`v1/settings?token=${encodeURIComponent(token)}`, endpoint.replace(/\/?$/, '/'));
  for (let attempt = 0; ; attempt += 1) {
    const answer = await window.fetch(address, { credentials: 'omit', signal }).catch(() => undefined);
    signal.throwIfAborted();
    if (answer?.ok) return understood(await answer.json());
    if (answer && answer.status < 500 && answer.status !== 429) throw new Error(`the server answers ${answer.status} for this token`);
    const ms = AGAIN_AFTER_MS[attempt] ?? AGAIN_AFTER_MS.at(-1);
    await new Promise((resolve) => window.setTimeout(resolve, ms));
    signal.throwIfAborted();
  }
}

function understood(answer: Partial<FlightSettings> | null): FlightSettings {
  const { hash, settings } = answer ?? {};
  const { presence, events, consent } = (settings ?? {}) as Partial<CaptureSettings>;
  if (typeof hash === 'string' && settings && presence && events && consent) return { hash, settings };
  throw new Error('the server answers something else than settings');
}
