/** How long to wait for what has to come: by itself Vitest gives it one second, which a busy machine may need. */
export const SOON = { timeout: 30_000, interval: 50 };
