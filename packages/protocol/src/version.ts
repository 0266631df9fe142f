/**
 * The version of the native protocol. Raised by one with every change of `wire.json` that an older reader cannot ignore.
 *
 * 1 — LogUI's PROTOCOL.md of 2020-09-15, with batches, tabs, sequences, page views, clocks and HTTP collection.
 */
export const PROTOCOL_VERSION = 1;
