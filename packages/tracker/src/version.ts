/** The tracker's version, as it reports itself to the server. */
export const TRACKER_VERSION = '0.1.0';
