/** How long to wait for what has to come by itself: a machine that does other things as well may need many times what one at rest does. */
export const SOON = { timeout: 60_000, interval: 100 };

/** The same for what comes with measuring: half a minute after a session's last event, by processes that give way to all others. */
export const MEASURED = { timeout: 150_000, interval: 500 };
